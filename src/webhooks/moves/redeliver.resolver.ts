import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { refuse } from '../../shared/refuse.js';
import { WebhookDelivery } from '../delivery.js';
import { KEY_ENDED, Webhook } from '../webhook.js';
import { WebhookDeliveryPayload } from './webhook-payload.js';
import { wakeUp } from './wake-up.js';

@Resolver()
export class RedeliverResolver {
  @Mutation(() => WebhookDeliveryPayload, {
    description:
      'Sends a delivery once more, under the same id, before all that is still to come. A webhook that was disabled goes on: first what has failed, then everything that has happened since, in order.',
  })
  redeliver(
    @Arg('deliveryId', () => ID, { description: 'The TypeID of a delivery that is DELIVERED or FAILED.' })
    deliveryId: string,
    @Ctx() context: Context,
  ) {
    return context.change(WebhookDeliveryPayload, async em => {
      permitFor(context.viewer, 'MANAGE_WEBHOOKS');
      const path = ['deliveryId'];
      const seen = (await em.findOne(WebhookDelivery, { id: deliveryId })) ?? refuse('NOT_FOUND', { path });
      // The webhook is locked first, as by those who deliver.
      const webhook = await context.load(em, Webhook, { id: seen.webhook.id }, { populate: ['apiKey'], path });
      const wanted = await context.load(em, WebhookDelivery, { id: deliveryId }, { path });
      if (!webhook.apiKey.unwrap().works) refuse('ILLEGAL_TRANSITION', { message: KEY_ENDED });
      const failed = await wakeUp(em, webhook);
      if (!failed.includes(wanted)) wanted.repeat();
      return { delivery: wanted };
    });
  }
}
