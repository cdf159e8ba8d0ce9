import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { NoticeSubscriptionPayload } from './notice-payload.js';
import { NoticeSubscription } from './notice-subscription.js';

@Resolver()
export class EndNoticeSubscriptionResolver {
  @Mutation(() => NoticeSubscriptionPayload, {
    description:
      'Ends mails, and erases their address: nothing more is sent. It can be read by id for 30 days. For whoever asked for them.',
  })
  endNoticeSubscription(
    @Arg('id', () => ID, { description: 'The TypeID of the subscription.' }) id: string,
    @Ctx() context: Context,
  ) {
    return context.change(NoticeSubscriptionPayload, async em => {
      permitFor(context.viewer, 'FOLLOW_BY_EMAIL');
      const noticeSubscription = await context.load(em, NoticeSubscription, { id });
      noticeSubscription.end();
      return { noticeSubscription };
    });
  }
}
