import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { NoticeSubscription } from './notice-subscription.js';

@ObjectType('NoticeSubscriptionPayload', { implements: MutationPayload, description: 'The mails after the change.' })
export class NoticeSubscriptionPayload extends MutationPayload {
  @Field(() => NoticeSubscription, {
    nullable: true,
    description: 'The subscription as it is now; null when nothing was changed.',
  })
  noticeSubscription?: NoticeSubscription | null;
}
