import { type Ref, ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { ConsortiumRole } from '../consortia/roles.js';
import { Idea } from '../ideas/idea.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { Partner } from '../partners/partner.js';
import { LONGEST, reasonFaults, tooLong } from '../shared/checks.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { cleaned } from '../shared/text/clean-text.js';
import { now } from '../shared/time/clock.js';
import { JoinRequestOrigin, JoinRequestStatus } from './join-request-words.js';

/** What a request is made with. */
export interface JoinWish {
  origin: JoinRequestOrigin;
  role: ConsortiumRole;
  message?: string | null | undefined;
}

@Entity()
@Unique({
  name: 'join_request_one_pending',
  expression:
    "create unique index join_request_one_pending on join_request (partner_id, idea_id) where status = 'PENDING'",
})
@Index({ name: 'join_request_idea_id', properties: ['idea', 'createdAt'] })
@Index({ name: 'join_request_partner_id', properties: ['partner', 'createdAt'] })
@Check({ name: 'join_request_answered', expression: "(answered_at is null) = (status = 'PENDING')" })
@ObjectType('JoinRequest', {
  implements: Node,
  description:
    "A partner that asks to join an idea's consortium, or is invited to. Seen by those inside the idea, by the partner and by administrators.",
})
export class JoinRequest extends Audited {
  // The reason of an answer is that of its activity.
  static override readonly unlogged = new Set([...Audited.unlogged, 'reason']);
  static override readonly loggedBeside = new Set(['idea']);

  @ManyToOne(() => Idea, { ref: true })
  idea!: Ref<Idea>;

  @ManyToOne(() => Partner, { ref: true })
  @Field(() => Partner, { description: 'The partner that asks or is invited.' })
  partner!: Ref<Partner>;

  @Enum({ items: () => wordsOf(JoinRequestOrigin), type: 'text' })
  @Field(() => JoinRequestOrigin, { description: 'Who began.' })
  origin!: JoinRequestOrigin;

  @Enum({ items: () => wordsOf(ConsortiumRole), type: 'text' })
  @Field(() => ConsortiumRole, { description: 'The part that the partner would take.' })
  role!: ConsortiumRole;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said with it, or null.' })
  message?: string | null;

  @Enum({ items: () => wordsOf(JoinRequestStatus), type: 'text' })
  @Field(() => JoinRequestStatus, { description: 'What has become of it.' })
  status!: JoinRequestStatus;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was made, UTC.' })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was answered or withdrawn, UTC; null while it waits.' })
  answeredAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined, or lapsed when two partners were merged; null when nothing was said.',
  })
  reason?: string | null;

  /** A partner asks or is asked. The idea's memberships must have been loaded. */
  static make(idea: Idea, partner: Partner, { origin, role, message }: JoinWish): JoinRequest {
    refuseIfEnded(idea);
    if (idea.currentMembers().some(member => member.partner.id === partner.id)) refuseMember();
    refuseAny(tooLong(['message'], message ?? '', LONGEST.reason));
    const request = Object.assign(new JoinRequest(), { origin, role, message: cleaned(message ?? '') || null });
    const place = { id: newId('join'), idea: ref(idea), partner: ref(partner) };
    Object.assign(request, place, { status: 'PENDING', createdAt: now() });
    idea.touch();
    request.happened('JOIN_REQUESTED');
    return request;
  }

  /** Says yes or no. */
  answer(accept: boolean, reason?: string | null): void {
    refuseIfEnded(this.idea.unwrap());
    this.refuseUnlessPending();
    refuseAny(reasonFaults(reason));
    this.end(accept ? 'ACCEPTED' : 'DECLINED', reason);
    this.happened('JOIN_ANSWERED', { reason });
  }

  /** Whoever began takes it back; when the idea ends it lapses. */
  withdraw(): void {
    this.refuseUnlessPending();
    this.end('WITHDRAWN');
    this.happened('JOIN_WITHDRAWN');
  }

  /** The partner has become a member without it: what it asked for it has got, and an invitation has no more to say. */
  overtake(): void {
    if (this.origin === 'PARTNER') this.answer(true);
    else this.withdraw();
  }

  /** Ends unanswered, since the partner has turned out to be one that is a member already, or that asks too. */
  lapse(reason: string): void {
    this.end('WITHDRAWN', reason);
    this.happened('JOIN_WITHDRAWN', { reason });
  }

  /** Is from now on that of the partner which its own has been merged into. */
  standFor(partner: Partner, reason: string): void {
    this.partner = ref(partner);
    this.idea.unwrap().touch();
    this.happened('JOIN_REQUESTED', { reason });
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }

  private end(status: JoinRequestStatus, reason?: string | null): void {
    Object.assign(this, { status, answeredAt: now(), reason: cleaned(reason ?? '') || null });
    this.idea.unwrap().touch();
  }

  private refuseUnlessPending(): void {
    if (this.status === 'PENDING') return;
    refuse('ILLEGAL_TRANSITION', {
      path: ['id'],
      message: {
        sv: 'Förfrågan är redan besvarad eller återtagen.',
        en: 'The request has been answered or withdrawn.',
      },
    });
  }
}

const refuseMember = () =>
  refuse('ALREADY_EXISTS', {
    message: { sv: 'Partnern är redan med i konsortiet.', en: 'The partner is a member of the consortium already.' },
  });
