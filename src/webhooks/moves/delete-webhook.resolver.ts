import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { WebhookDelivery } from '../delivery.js';
import { Webhook } from '../webhook.js';
import { WebhookPayload } from './webhook-payload.js';

@Resolver()
export class DeleteWebhookResolver {
  @Mutation(() => WebhookPayload, {
    description: 'Deletes a webhook: nothing more is sent. Its deliveries can be read by id for 30 days.',
  })
  deleteWebhook(
    @Arg('id', () => ID, { description: 'The TypeID of the webhook.' }) id: string,
    @Ctx() context: Context,
  ) {
    return context.change(WebhookPayload, async em => {
      permitFor(context.viewer, 'MANAGE_WEBHOOKS');
      const webhook = await context.load(em, Webhook, { id });
      webhook.delete();
      const undone = { status: 'FAILED', nextAttemptAt: null } as const;
      await em.nativeUpdate(WebhookDelivery, { webhook, status: 'PENDING' }, undone);
      return { webhook };
    });
  }
}
