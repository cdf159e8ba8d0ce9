import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { nullFaults } from '../shared/checks.js';
import { refuseAny } from '../shared/refuse.js';
import { Locale } from '../shared/text/localized-text.js';
import { areaFaults, kindFaults, MOST_AREAS } from './follower.js';
import { NoticeKind, NoticeRhythm } from './notice-kind.js';
import { NoticeSubscriptionPayload } from './notice-payload.js';
import { NoticeSubscription } from './notice-subscription.js';

@InputType('UpdateNoticeSubscriptionInput', {
  description: 'What to change of mails; what is left out stays. Another address is followed anew.',
})
export class UpdateNoticeSubscriptionInput {
  @Field(() => ID, { description: 'The TypeID of the subscription.' })
  id!: string;

  @Field(() => Locale, { nullable: true, description: 'The language of the mails.' })
  locale?: Locale | null;

  @Field(() => [NoticeKind], { nullable: true, description: 'What they tell of; at least one.' })
  kinds?: NoticeKind[] | null;

  @Field(() => NoticeRhythm, { nullable: true, description: 'How often they come.' })
  rhythm?: NoticeRhythm | null;

  @Field(() => [String], {
    nullable: true,
    description: `Codes of focus areas, at most ${MOST_AREAS}; left out they stay, and empty or null is all.`,
  })
  focusAreas?: string[] | null;
}

@Resolver()
export class UpdateNoticeSubscriptionResolver {
  @Mutation(() => NoticeSubscriptionPayload, {
    description: 'Changes what mails tell of, how often they come, and their language. For whoever asked for them.',
  })
  updateNoticeSubscription(
    @Arg('input', () => UpdateNoticeSubscriptionInput, { description: 'What to change.' })
    { id, ...input }: UpdateNoticeSubscriptionInput,
    @Ctx() context: Context,
  ) {
    return context.change(NoticeSubscriptionPayload, async em => {
      permitFor(context.viewer, 'FOLLOW_BY_EMAIL');
      const noticeSubscription = await context.load(em, NoticeSubscription, { id });
      refuseAny([
        ...nullFaults(input, ['locale', 'kinds', 'rhythm']),
        ...kindFaults(input.kinds),
        ...areaFaults(input.focusAreas),
      ]);
      const { locale, kinds, rhythm, focusAreas } = input;
      const kept = await em.find(FocusArea, { code: { $in: noticeSubscription.focusAreas } });
      const areas = focusAreas === undefined ? null : await loadFocusAreas(em, focusAreas ?? [], kept);
      noticeSubscription.change({
        ...(locale && { locale }),
        ...(kinds && { kinds: [...new Set(kinds)] }),
        ...(rhythm && { rhythm }),
        ...(areas && { focusAreas: areas.map(({ code }) => code) }),
      });
      return { noticeSubscription };
    });
  }
}
