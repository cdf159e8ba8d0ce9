import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { wordsOf } from '../shared/described-enum.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { ApplicationStatus } from './application-status.js';

const notNegative = (column: string) =>
  `${column}_amount >= 0 and (${column}_amount is null) = (${column}_currency is null)`;

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
    description: "Which of the call's deadlines it aims at, UTC; null in a call without deadlines.",
  })
  deadline?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was submitted, UTC; null before.' })
  submittedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the funder decided, UTC; null before.' })
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
}
