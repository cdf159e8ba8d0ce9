import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../shared/user-error.js';
import { WebhookDelivery } from '../delivery.js';
import { Webhook } from '../webhook.js';

@ObjectType('WebhookPayload', { implements: MutationPayload, description: 'The webhook after the change.' })
export class WebhookPayload extends MutationPayload {
  @Field(() => Webhook, { nullable: true, description: 'The webhook as it is now; null when nothing was changed.' })
  webhook?: Webhook | null;
}

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
