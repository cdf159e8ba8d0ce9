import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { refuse } from '../shared/refuse.js';
import { MutationPayload } from '../shared/user-error.js';
import { WebhookDelivery } from './delivery.js';
import { Webhook } from './webhook.js';

@ObjectType('WebhookDeliveryPayload', {
  implements: MutationPayload,
  description: 'The delivery after the change.',
})
export class WebhookDeliveryPayload extends MutationPayload {
  @Field(() => WebhookDelivery, {
    nullable: true,
    description: 'The delivery as it is now; null when nothing was changed.',
  })
  delivery?: WebhookDelivery | null;
}

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
      const failed = webhook.disabledAt ? await em.find(WebhookDelivery, { webhook, status: 'FAILED' }) : [];
      webhook.enable();
      for (const delivery of new Set([wanted, ...failed])) delivery.repeat();
      return { delivery: wanted };
    });
  }
}

const KEY_ENDED = {
  sv: 'Webhookens API-nyckel fungerar inte längre. Skapa en ny webhook med en ny nyckel.',
  en: 'The API key of the webhook does not work any more. Make a new webhook with a new key.',
};
