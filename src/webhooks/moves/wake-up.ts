import type { EntityManager } from '@mikro-orm/core';
import { WebhookDelivery } from '../delivery.js';
import type { Webhook } from '../webhook.js';

/** Lets a webhook that has stopped go on, first with what has failed; gives that. */
export async function wakeUp(em: EntityManager, webhook: Webhook): Promise<WebhookDelivery[]> {
  const failed = webhook.disabledAt ? await em.find(WebhookDelivery, { webhook, status: 'FAILED' }) : [];
  webhook.enable();
  for (const delivery of failed) delivery.repeat();
  return failed;
}
