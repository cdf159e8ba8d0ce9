import { type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { Idea } from '../ideas/idea.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { Partner } from '../partners/partner.js';
import { moneyFaults, nullFaults, reasonFaults } from '../shared/checks.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { joinedPromise } from './joined-promise.js';
import { ConsortiumRole, LetterOfIntent } from './roles.js';

/** What a membership is described by. */
export interface MembershipDescription {
  role: ConsortiumRole;
  letterOfIntent: LetterOfIntent;
  commitment?: Money | null | undefined;
}

@Entity()
@Unique({
  name: 'membership_one_current_per_partner',
  expression:
    'create unique index membership_one_current_per_partner on membership (idea_id, partner_id) where left_at is null',
})
@Unique({
  name: 'membership_one_current_coordinator',
  expression:
    "create unique index membership_one_current_coordinator on membership (idea_id) where left_at is null and role = 'COORDINATOR'",
})
@Index({ name: 'membership_idea_id', properties: ['idea'] })
@Index({ name: 'membership_partner_id', properties: ['partner', 'idea'] })
@Check({ name: 'membership_commitment_not_negative', expression: 'commitment_amount >= 0' })
@Check({
  name: 'membership_commitment_whole',
  expression: '(commitment_amount is null) = (commitment_currency is null)',
})
@Check({ name: 'membership_dates_in_order', expression: 'left_at >= joined_at' })
@ObjectType('Membership', {
  implements: Node,
  description: "A partner's place in an idea's consortium. Visible where the idea is.",
})
export class Membership extends Audited {
  @ManyToOne(() => Idea, { ref: true })
  @Field(() => Idea, { description: 'The idea.' })
  idea!: Ref<Idea>;

  @ManyToOne(() => Partner, { ref: true })
  @Field(() => Partner, { description: 'The partner.' })
  partner!: Ref<Partner>;

  @Enum({ items: () => wordsOf(ConsortiumRole), type: 'text' })
  @Field(() => ConsortiumRole, { description: 'The part it takes.' })
  role!: ConsortiumRole;

  @Enum({ items: () => wordsOf(LetterOfIntent), type: 'text' })
  letterOfIntent!: LetterOfIntent;

  @Embedded(() => Money, { nullable: true })
  commitment?: Money | null;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it joined, UTC.' })
  joinedAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it left, UTC; null while it is a member.' })
  leftAt?: Date | null;

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }

  /** A partner joins now. The idea's other members must have been loaded. */
  static join(idea: Idea, partner: Partner, { role, letterOfIntent, commitment }: MembershipDescription): Membership {
    refuseIfEnded(idea);
    refuseAny(moneyFaults(['commitment'], commitment));
    const membership = Object.assign(new Membership(), {
      role,
      letterOfIntent,
      commitment: commitment ? Money.of(commitment) : null,
    });
    Object.assign(membership, { id: newId('membership'), idea: ref(idea), partner: ref(partner), joinedAt: now() });
    idea.touch();
    membership.happened('MEMBERSHIP_ADDED');
    return membership;
  }

  /** Replaces what is given and keeps the rest; a commitment of null takes it away. */
  update(changes: Partial<MembershipDescription>): void {
    this.refuseUnlessCurrent();
    refuseAny([...nullFaults(changes, ['role', 'letterOfIntent']), ...moneyFaults(['commitment'], changes.commitment)]);
    const real = differing(this, changes);
    if (isNothing(real)) return;
    Object.assign(this, real);
    this.idea.unwrap().touch();
    this.happened('MEMBERSHIP_UPDATED');
  }

  /** The partner leaves by itself; who coordinates hands that over first. */
  leave(reason?: string | null): void {
    this.refuseUnlessCurrent();
    if (this.role === 'COORDINATOR') refuse('ILLEGAL_TRANSITION', { path: ['id'], message: HAND_OVER_FIRST });
    this.end(reason);
  }

  /** Ends the membership now; it stays in the history. */
  end(reason?: string | null): void {
    this.refuseUnlessCurrent();
    refuseAny(reasonFaults(reason));
    this.leftAt = now();
    this.idea.unwrap().touch();
    this.happened('MEMBERSHIP_ENDED', { reason });
  }

  /** Ends beside the membership that stays, when two partners of the idea turn out to be one. */
  giveWay(reason: string): void {
    this.leftAt = now();
    this.idea.unwrap().touch();
    this.happened('MEMBERSHIP_ENDED', { reason });
  }

  /** Is from now on the partner's, with what another membership of the same one brings: the further letter, the sum. */
  standFor(partner: Partner, other: Membership | undefined, reason: string): void {
    const { letterOfIntent, commitment } = this;
    const brought = other ? joinedPromise(this, other) : { letterOfIntent, commitment };
    const real = differing(this, brought);
    if (isNothing(real) && this.partner.id === partner.id) return;
    Object.assign(this, real);
    if (this.partner.id !== partner.id) this.partner = ref(partner);
    this.idea.unwrap().touch();
    this.happened('MEMBERSHIP_UPDATED', { reason });
  }

  private refuseUnlessCurrent(): void {
    refuseIfEnded(this.idea.unwrap());
    if (!this.leftAt) return;
    refuse('ILLEGAL_TRANSITION', {
      path: ['id'],
      message: {
        sv: 'Partnern har lämnat konsortiet. Lägg till partnern på nytt.',
        en: 'The membership has ended. Add the partner again.',
      },
    });
  }
}

const HAND_OVER_FIRST = {
  sv: 'Lämna först över koordinatorskapet till en annan partner.',
  en: 'Hand the coordination over to another partner first.',
};
