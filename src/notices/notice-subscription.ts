import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { ApiKey } from '../access/keys/api-key.js';
import { Partner } from '../partners/partner.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { refuse } from '../shared/refuse.js';
import { KeyGrant, Role } from '../shared/roles.js';
import { Locale } from '../shared/text/localized-text.js';
import { now } from '../shared/time/clock.js';
import { type Choice, confirmUntil, ended, newEndToken, type NewFollower } from './follower.js';
import { NoticeKind, NoticeRhythm } from './notice-kind.js';
import { firstLook } from './rhythm.js';
import { Mailed } from './sending/mailed.js';

@Entity()
@Check({
  name: 'notice_subscription_of_key_or_subject',
  expression:
    '(api_key_id is null) <> (subject is null) and (subject is null) = (role is null) and (subject is null) = (lapses_at is null)',
})
@Check({
  name: 'notice_subscription_erased_when_ended',
  expression:
    '(ended_at is null) = (email is not null) and (ended_at is null) = (end_token is not null) and (ended_at is null or next_at is null)',
})
@Index({
  name: 'notice_subscription_email',
  expression: 'create index notice_subscription_email on notice_subscription (email) where email is not null',
})
@Index({
  name: 'notice_subscription_next_at',
  expression: 'create index notice_subscription_next_at on notice_subscription (next_at) where next_at is not null',
})
@ObjectType('NoticeSubscription', {
  implements: Node,
  description:
    'Mails to an address that its holder has confirmed, with what the key or sign-in that asked for them may see when each is sent. Seen by its maker alone: the same key, or the same person at an organisation. It ends with the key, and for a sign-in at an organisation 180 days after the last one.',
})
export class NoticeSubscription extends Mailed {
  @PrimaryKey({ type: 'text' })
  readonly id!: string;

  /** The key that follows, whose rights hold at each mail. */
  @ManyToOne(() => ApiKey, { ref: true, nullable: true, deleteRule: 'cascade' })
  @Index({ name: 'notice_subscription_api_key_id' })
  apiKey?: Ref<ApiKey> | null;

  /** Else the subject of a token, with the rights that its last sign-in gave. */
  @Property({ type: 'text', nullable: true })
  @Index({ name: 'notice_subscription_subject' })
  subject?: string | null;

  @Enum({ items: () => wordsOf(Role), type: 'text', nullable: true })
  role?: Role | null;

  @ManyToOne(() => Partner, { ref: true, nullable: true, deleteRule: 'cascade' })
  partner?: Ref<Partner> | null;

  @Enum({ items: () => wordsOf(KeyGrant), array: true, type: 'text[]' })
  grants: KeyGrant[] & Opt = [];

  @Property({ type: 'datetime', length: 3, nullable: true })
  lapsesAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Where the mails go; null once it has ended, when it is erased.',
  })
  email?: string | null;

  @Enum({ items: () => wordsOf(Locale), type: 'text' })
  @Field(() => Locale, { description: 'The language of the mails.' })
  locale!: Locale;

  @Enum({ items: () => wordsOf(NoticeKind), array: true, type: 'text[]' })
  @Field(() => [NoticeKind], { description: 'What they tell of; at least one.' })
  kinds!: NoticeKind[];

  @Enum({ items: () => wordsOf(NoticeRhythm), type: 'text' })
  @Field(() => NoticeRhythm, { description: 'How often they come.' })
  rhythm!: NoticeRhythm;

  @Property({ type: 'text[]' })
  @Field(() => [String], {
    description:
      'Codes of the focus areas that new calls and changed ideas must belong to, where a parent stands for its children too; empty for all. The agenda is told whole.',
  })
  focusAreas!: string[];

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was asked for, UTC.' })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      'When the link in the first mail was confirmed, UTC; null while it waits for that, and nothing else is sent.',
  })
  confirmedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the last mail with news was sent, UTC; null when none was.' })
  lastSentAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      'When it ended, UTC: by its maker, by a link in a mail, unconfirmed after 48 hours, with the key, because the address refuses mail, or because no mail server has taken one for 14 days. Null while it goes on.',
  })
  endedAt?: Date | null;

  /** SHA-256 of what stands in the confirming links, of one link or, where nobody knows whether the first came, of two. */
  @Property({ type: 'text[]', hidden: true })
  confirmHashes: string[] & Opt = [];

  @Property({ type: 'datetime', length: 3 })
  confirmUntil!: Date;

  /** What stands in the links that end it; every mail has it, so it is kept as it is, and erased with the address. */
  @Property({ type: 'text', nullable: true, hidden: true })
  @Unique()
  endToken?: string | null;

  /** The digest of what stood in the links that ended it. */
  @Property({ type: 'text', nullable: true, hidden: true })
  endHash?: string | null;

  /** By what it is counted how often an address was asked: a salt, and a digest with it. It goes a day after the asking, or with the mails. */
  @Property({ type: 'text', nullable: true, hidden: true })
  addressFingerprint?: string | null;

  /** Asks an address whether it wants mails. `isMailed`: false where it is to be asked nothing. */
  static follow({ maker, choice, email, addressFingerprint, sequence, isMailed }: NewFollower): NoticeSubscription {
    const at = now();
    return Object.assign(new NoticeSubscription(), {
      id: newId('notice'),
      ...maker,
      ...choice,
      email,
      addressFingerprint,
      sequence,
      told: {},
      createdAt: at,
      confirmUntil: confirmUntil(at),
      endToken: newEndToken(),
      nextAt: isMailed ? at : null,
      lookAt: isMailed ? at : null,
    });
  }

  change(choice: Partial<Choice>): void {
    this.refuseEnded();
    const isOtherRhythm = choice.rhythm !== undefined && choice.rhythm !== this.rhythm;
    Object.assign(this, choice);
    if (isOtherRhythm && this.confirmedAt) Object.assign(this, firstLook(this.rhythm, now()));
  }

  /** The holder of the address wants the mails; they tell of what happens from now on, and of all that is due. */
  confirm(sequence: number): void {
    const at = now();
    Object.assign(this, { confirmedAt: at, sequence, attempts: 0, unanswered: 0, sending: null });
    Object.assign(this, firstLook(this.rhythm, at));
  }

  end(): void {
    this.refuseEnded();
    Object.assign(this, ended(now(), this.endToken));
  }

  private refuseEnded(): void {
    if (this.endedAt) refuse('ILLEGAL_TRANSITION', { path: ['id'], message: HAS_ENDED });
  }
}

const HAS_ENDED = {
  sv: 'Mejlen är redan avslutade. Följ på nytt om du vill ha dem igen.',
  en: 'The mails have ended already. Follow anew to have them again.',
};
