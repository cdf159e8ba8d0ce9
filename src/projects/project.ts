import { Collection, type Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, OneToMany, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { Idea } from '../ideas/idea.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { DateOnly } from '../shared/scalars.js';
import { Indicator } from './indicator.js';
import { Milestone } from './milestone.js';
import { Outcome } from './outcome.js';

@Entity()
@Check({ name: 'project_dates_in_order', expression: 'starts_on < ends_on' })
@Check({ name: 'project_budget_not_negative', expression: 'budget_amount >= 0' })
@ObjectType('Project', {
  implements: Node,
  description: 'The plan of a 5–10 year green-transition project. Visible where the idea is.',
})
export class Project extends Audited {
  @OneToOne(() => Idea, idea => idea.project, { ref: true, owner: true })
  @Field(() => Idea, { description: 'The idea it grew from.' })
  idea!: Ref<Idea>;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The first day.' })
  startsOn!: string;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The last day, itself included: 2027-01-01 to 2031-12-31 is 5 years.' })
  endsOn!: string;

  @Embedded(() => Money)
  @Field(() => Money, { description: 'The whole budget. Public where the idea is.' })
  budget!: Money;

  @OneToMany(() => Milestone, milestone => milestone.project, { orderBy: { dueOn: 'asc', id: 'asc' } })
  @Field(() => [Milestone], { description: 'Its milestones, by due day.' })
  readonly milestones = new Collection<Milestone>(this);

  @OneToMany(() => Outcome, outcome => outcome.project, { orderBy: { id: 'asc' } })
  @Field(() => [Outcome], { description: 'The solutions, innovations, products and services it shall bring forth.' })
  readonly outcomes = new Collection<Outcome>(this);

  @OneToMany(() => Indicator, indicator => indicator.project, { orderBy: { code: 'asc', id: 'asc' } })
  @Field(() => [Indicator], { description: 'What is measured, by code.' })
  readonly indicators = new Collection<Indicator>(this);

  @Property({ type: 'datetime', length: 3 })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;
}
