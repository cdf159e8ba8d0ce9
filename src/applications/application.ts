import { type Opt, type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ActivityKind } from '../activity/activity-kind.js';
import { type About, Audited } from '../activity/audited.js';
import { nextEntryDeadline } from '../funding-calls/call-clock.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { Idea } from '../ideas/idea.js';
import { LONGEST, reasonFaults, textFaults } from '../shared/checks.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Money, notNegative } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import {
  amountFaults,
  type ApplicationDraft,
  beforeStartFaults,
  lateChangeFaults,
  referenceFaults,
  startFaults,
} from './application-faults.js';
import {
  APPLICATION_MOVES,
  type ApplicationMove,
  isDecided,
  UNDECIDED,
  whyNotApplicationMove,
} from './application-path.js';
import { decided, type Decision } from './decisions/decision.js';
import { invited, type Invitation, secondDeadlineFaults } from './decisions/invitation.js';
import { ApplicationStatus } from './application-status.js';
import { deadlineFaults, type Submission, submissionFaults } from './submission.js';
import { type TakenOver, takenOverFaults } from './taken-over.js';

@Entity()
@Unique({
  name: 'application_one_alive_per_call',
  expression:
    "create unique index application_one_alive_per_call on application (idea_id, call_id) where status not in ('WITHDRAWN', 'REJECTED')",
})
@Index({ name: 'application_idea_id', properties: ['idea'] })
@Index({ name: 'application_call_id', properties: ['call'] })
@Check({ name: 'application_requested', expression: notNegative('requested') })
@Check({ name: 'application_co_financing', expression: notNegative('co_financing') })
@Check({ name: 'application_granted', expression: notNegative('granted') })
@Check({ name: 'application_granted_amount', expression: "(status = 'GRANTED') = (granted_amount is not null)" })
@Check({ name: 'application_dates_in_order', expression: 'submitted_at <= decided_at' })
@ObjectType('Application', {
  implements: Node,
  description: "An idea's application to a funding call (ansökan). Visible where the idea is.",
})
export class Application extends Audited {
  @ManyToOne(() => Idea, { ref: true })
  @Field(() => Idea, { description: 'The idea that applies.' })
  idea!: Ref<Idea>;

  @ManyToOne(() => FundingCall, { ref: true })
  @Field(() => FundingCall, { description: 'The funding call it applies to.' })
  call!: Ref<FundingCall>;

  @Enum({ items: () => wordsOf(ApplicationStatus), type: 'text' })
  @Field(() => ApplicationStatus, { description: 'How far it has come.' })
  status!: ApplicationStatus;

  @Embedded(() => Money, { nullable: true })
  requested?: Money | null;

  @Embedded(() => Money, { nullable: true })
  coFinancing?: Money | null;

  @Embedded(() => Money, { nullable: true })
  granted?: Money | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The funder's reference number (diarienummer), or null before it is known.",
  })
  reference?: string | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      "Which of the call's deadlines it aims at, UTC, or that of its invitation; null in a call without deadlines.",
  })
  deadline?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      'When it was submitted, UTC, in two stages the newest time; null before, and where an import did not tell.',
  })
  submittedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was invited to the second stage, UTC; null before.' })
  invitedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When the funder decided, UTC; null before, and where an import did not tell.',
  })
  decidedAt?: Date | null;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  readonly version!: number & Opt;

  @Property({ type: 'datetime', length: 3 })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;

  /** A draft to a call that is open or will be; without a choice it aims at the call's next deadline. */
  static start(idea: Idea, call: FundingCall, { requested, coFinancing, deadline }: ApplicationDraft): Application {
    refuseIfEnded(idea);
    refuseAny([
      ...startFaults(call),
      ...deadlineFaults({ call, deadline }, now()),
      ...amountFaults({ requested, coFinancing }),
    ]);
    const application = Object.assign(new Application(), {
      ...{ id: newId('application'), idea: ref(idea), call: ref(call), status: 'DRAFT' as const },
      ...{ requested, coFinancing, deadline: deadline ?? nextEntryDeadline(call, now()) },
      ...{ createdAt: now(), updatedAt: now() },
    });
    idea.touch();
    application.happened('APPLICATION_STARTED');
    return application;
  }

  /**
   * One that had come so far before the service knew of it, at moments that nobody has told: a draft is started as any,
   * and an invitation counts from now.
   */
  static takeOver(idea: Idea, call: FundingCall, { status, requested, granted }: TakenOver): Application {
    refuseAny(takenOverFaults({ status, granted }, call));
    if (status === 'DRAFT') return Application.start(idea, call, { requested });
    refuseIfEnded(idea);
    refuseAny(amountFaults({ requested }));
    const decision = { granted: status === 'GRANTED', amount: granted };
    const sum = decided(decision, { usual: requested, moment: now(), submittedAt: null }, []).granted;
    const deadlines = call.deadlines.length === 1 ? call.deadlines : [];
    const application = Object.assign(new Application(), {
      ...{ id: newId('application'), idea: ref(idea), call: ref(call), status, requested, granted: sum },
      ...{ deadline: deadlines[0] ?? null, createdAt: now(), updatedAt: now() },
      ...(status === 'INVITED' && invited({ call }, {})),
    });
    idea.touch();
    application.happened('APPLICATION_STARTED');
    return application;
  }

  /** Replaces what is given and keeps the rest. Once submitted, only the funder's reference can still be noted. */
  update(given: Partial<ApplicationDraft> & { reference?: string | null }): void {
    refuseIfEnded(this.idea.unwrap());
    const call = this.call.unwrap();
    const next = given.deadline === null && this.status === 'DRAFT' ? { deadline: nextEntryDeadline(call, now()) } : {};
    const changes = differing(this, { ...given, ...next });
    refuseAny([
      ...lateChangeFaults(this.status, changes),
      ...[...amountFaults(changes), ...referenceFaults(changes.reference)],
    ]);
    if (this.status === 'DRAFT') refuseAny(deadlineFaults({ call, deadline: changes.deadline }, now()));
    else refuseAny(secondDeadlineFaults(changes.deadline, this.invitedAt));
    if (isNothing(changes)) return;
    Object.assign(this, changes);
    this.changed('APPLICATION_UPDATED');
  }

  /** Hands it in, at the latest at its deadline while the call is open. */
  submit({ submittedAt, reference }: Submission): void {
    this.refuseUnlessPossible('SUBMIT');
    const moment = submittedAt ?? now();
    refuseAny([
      ...beforeStartFaults(moment, this.createdAt),
      ...submissionFaults(this.submission(), moment, now()),
      ...referenceFaults(reference),
    ]);
    this.submittedAt = moment;
    if (reference) this.reference = reference;
    this.moveTo('SUBMIT', 'APPLICATION_SUBMITTED');
  }

  /** The funder has begun to assess it. */
  startReview(): void {
    this.refuseUnlessPossible('REVIEW');
    this.moveTo('REVIEW', 'APPLICATION_REVIEWED');
  }

  /** The funder has taken it on to the second stage of the call, where the whole of it is handed in. */
  invite(invitation: Invitation): void {
    if (this.call.unwrap().deadlineModel === 'TWO_STAGE') this.refuseUnlessPossible('INVITE');
    else refuseIfEnded(this.idea.unwrap());
    Object.assign(this, invited(this.submission(), invitation));
    this.moveTo('INVITE', 'APPLICATION_INVITED');
  }

  /** The funder's decision; without an amount what was asked for is granted. */
  decide(decision: Decision): void {
    const move = decision.granted ? 'GRANT' : 'REJECT';
    this.refuseUnlessPossible(move);
    const { requested: usual, submittedAt } = this;
    const faults = reasonFaults(decision.reason);
    Object.assign(this, decided(decision, { usual, moment: now(), submittedAt }, faults));
    this.moveTo(move, 'APPLICATION_DECIDED', decision.reason);
  }

  /** The decision as it ought to have been recorded, or as the funder has changed it; what is not given stays. */
  correctDecision(decision: Decision & { reason: string }): void {
    refuseIfEnded(this.idea.unwrap());
    if (!isDecided(this)) refuse('ILLEGAL_TRANSITION', { message: UNDECIDED });
    const [usual, moment] = [this.granted ?? this.requested, this.decidedAt!];
    const faults = textFaults(['reason'], decision.reason, LONGEST.reason);
    const { granted, decidedAt } = decided(decision, { usual, moment, submittedAt: this.submittedAt }, faults);
    const { to: status } = APPLICATION_MOVES[decision.granted ? 'GRANT' : 'REJECT'];
    const changes = differing(this, { status, granted, decidedAt });
    if (isNothing(changes)) return;
    Object.assign(this, changes);
    this.changed('DECISION_CORRECTED', decision.reason);
  }

  /** Takes it back. */
  withdraw(reason: string): void {
    this.refuseUnlessPossible('WITHDRAW');
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    this.moveTo('WITHDRAW', 'APPLICATION_WITHDRAWN', reason);
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }

  private refuseUnlessPossible(move: ApplicationMove): void {
    refuseIfEnded(this.idea.unwrap());
    const { status, invitedAt } = this;
    const message = whyNotApplicationMove(move, { status, invitedAt, deadlineModel: this.call.unwrap().deadlineModel });
    if (message) refuse('ILLEGAL_TRANSITION', { message });
  }

  /** What its submission is judged by. */
  private submission() {
    const { deadline, invitedAt, submittedAt } = this;
    return { call: this.call.unwrap(), deadline, invitedAt, submittedAt };
  }

  private moveTo(move: ApplicationMove, kind: ActivityKind, reason?: string | null): void {
    this.status = APPLICATION_MOVES[move].to;
    this.changed(kind, reason);
  }

  private changed(kind: ActivityKind, reason?: string | null): void {
    this.updatedAt = now();
    this.idea.unwrap().touch();
    this.happened(kind, { reason });
  }
}
