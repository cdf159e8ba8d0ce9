import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import { readHead } from '../activity/head.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { fault, refuse, refuseAny } from '../shared/refuse.js';
import { cleaned } from '../shared/text/clean-text.js';
import { Locale } from '../shared/text/localized-text.js';
import { A_ROLES_MAILBOX, isMailbox, mailboxInAscii, NO_MAILBOX } from '../shared/values/mailbox.js';
import { fingerprintOf, maybeAsked, refuseMore } from './asked-before.js';
import { areaFaults, kindFaults, makerOf, MOST_AREAS, MOST_PER_ADDRESS, MOST_PER_MAKER } from './follower.js';
import { NoticeKind, NoticeRhythm } from './notice-kind.js';
import { NoticeSubscriptionPayload } from './notice-payload.js';
import { NoticeSubscription } from './notice-subscription.js';

@InputType('FollowByEmailInput', { description: 'Mails that are asked for.' })
export class FollowByEmailInput {
  @Field(() => String, {
    description: `Where they go. ${A_ROLES_MAILBOX} Before the @ letters of ASCII alone, since not all mail servers pass others on.`,
  })
  email!: string;

  @Field(() => Locale, { nullable: true, description: 'The language of the mails; without it that of the request.' })
  locale?: Locale | null;

  @Field(() => [NoticeKind], { description: 'What they tell of; at least one.' })
  kinds!: NoticeKind[];

  @Field(() => NoticeRhythm, { description: 'How often they come.' })
  rhythm!: NoticeRhythm;

  @Field(() => [String], {
    nullable: true,
    description: `Codes of the focus areas that new calls and changed ideas must belong to, at most ${MOST_AREAS}; all when left out or empty.`,
  })
  focusAreas?: string[] | null;
}

@Resolver()
export class FollowByEmailResolver {
  @Mutation(() => NoticeSubscriptionPayload, {
    description: `Asks an address whether it wants mails: it is sent a link that confirms within 48 hours, and nothing else before that. The keys of a partner together, any other key and a person have at most ${MOST_PER_MAKER}, and ask for at most as many in 24 hours. An address that ${MOST_PER_ADDRESS} go to or wait for, or were asked for in the last 24 hours, is asked nothing more. INVALID where the service sends no mail. For all who have signed in.`,
  })
  async followByEmail(
    @Arg('input', () => FollowByEmailInput, { description: 'Which mails, and where to.' }) input: FollowByEmailInput,
    @Ctx() context: Context,
  ) {
    const { viewer, mail, locale, database } = context;
    const sequence = await readHead(database);
    return context.change(NoticeSubscriptionPayload, async em => {
      permitFor(viewer, 'FOLLOW_BY_EMAIL');
      if (!mail) refuse('INVALID', { message: NO_MAIL });
      const email = cleaned(input.email);
      if (!isMailbox(email)) refuseAny([fault('INVALID', ['email'], NO_MAILBOX)]);
      if (mailboxInAscii(email) === null) refuseAny([fault('INVALID', ['email'], OUT_OF_REACH)]);
      refuseAny([...kindFaults(input.kinds), ...areaFaults(input.focusAreas)]);
      await refuseMore(em, viewer);
      const areas = await loadFocusAreas(em, input.focusAreas ?? []);
      const noticeSubscription = NoticeSubscription.follow({
        maker: makerOf(viewer),
        choice: {
          ...{ locale: input.locale ?? locale, rhythm: input.rhythm, kinds: [...new Set(input.kinds)] },
          focusAreas: areas.map(({ code }) => code),
        },
        email,
        addressFingerprint: fingerprintOf(email),
        sequence,
        isMailed: await maybeAsked(em, email),
      });
      em.persist(noticeSubscription);
      return { noticeSubscription };
    });
  }
}

const OUT_OF_REACH = {
  sv: 'Alla e-postservrar når inte en adress med å, ä, ö eller andra tecken utanför ASCII före @. Ange en adress utan dem.',
  en: 'Not all mail servers reach an address with å, ä, ö or other characters beyond ASCII before the @. Give one without them.',
};
const NO_MAIL = {
  sv: 'Tjänsten skickar ingen e-post: SMTP_URL, MAIL_FROM och PUBLIC_URL är inte inställda.',
  en: 'The service sends no mail: SMTP_URL, MAIL_FROM and PUBLIC_URL are not set.',
};
