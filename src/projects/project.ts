import { Collection, type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, OneToMany, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { refuseIfEnded } from '../ideas/ended.js';
import { Idea } from '../ideas/idea.js';
import { now } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { DateOnly } from '../shared/scalars.js';
import { Indicator } from './indicator.js';
import { Milestone } from './milestone.js';
import { Outcome } from './outcome.js';
import { planFaults, type ProjectPlan, samePlan } from './project-plan.js';

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

  @OneToMany(() => Milestone, milestone => milestone.project, {
    orphanRemoval: true,
    orderBy: { dueOn: 'asc', id: 'asc' },
  })
  @Field(() => [Milestone], { description: 'Its milestones, by due day.' })
  readonly milestones = new Collection<Milestone>(this);

  @OneToMany(() => Outcome, outcome => outcome.project, { orphanRemoval: true, orderBy: { id: 'asc' } })
  @Field(() => [Outcome], { description: 'The solutions, innovations, products and services it shall bring forth.' })
  readonly outcomes = new Collection<Outcome>(this);

  @OneToMany(() => Indicator, indicator => indicator.project, {
    orphanRemoval: true,
    orderBy: { code: 'asc', id: 'asc' },
  })
  @Field(() => [Indicator], { description: 'What is measured, by code.' })
  readonly indicators = new Collection<Indicator>(this);

  @Property({ type: 'datetime', length: 3 })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;

  /**
   * Plans the project of an idea, or plans it anew as long as the idea has not become a project and nothing of the
   * plan is done. All parts of a known project must have been loaded, indicators with their measurements.
   */
  static plan(idea: Idea, plan: ProjectPlan): Project {
    refuseIfEnded(idea);
    const known = idea.project?.unwrap();
    if (known && (idea.stage === 'PROJECT' || known.hasBegun())) refuse('ILLEGAL_TRANSITION', { message: UNDER_WAY });
    refuseAny(planFaults(plan));
    if (known && samePlan(known.asPlanned(), plan)) return known;
    const project = known ?? Object.assign(new Project(), { id: newId('project'), idea: ref(idea), createdAt: now() });
    const { startsOn, endsOn, budget } = plan;
    Object.assign(project, { startsOn, endsOn, budget: Money.of(budget) });
    project.milestones.set(plan.milestones.map(each => Milestone.plan(project, each)));
    project.outcomes.set(plan.outcomes.map(each => Outcome.plan(project, each)));
    project.indicators.set(plan.indicators.map(each => Indicator.plan(project, each)));
    project.touch();
    project.happened(known ? 'PROJECT_UPDATED' : 'PROJECT_PLANNED');
    return project;
  }

  private asPlanned(): ProjectPlan {
    const [milestones, outcomes] = [this.milestones.getItems(), this.outcomes.getItems()];
    const { startsOn, endsOn, budget } = this;
    return { startsOn, endsOn, budget, milestones, outcomes, indicators: this.indicators.getItems() };
  }

  /** Whether anything of the plan is done: an idea that was a project and has been returned keeps what it has done. */
  private hasBegun(): boolean {
    return (
      this.milestones.getItems().some(({ completedOn }) => completedOn) ||
      this.outcomes.getItems().some(({ status }) => status !== 'PLANNED') ||
      this.indicators.getItems().some(({ measurements }) => measurements.length > 0)
    );
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }

  /** Marks that something inside the project changed. */
  touch(): void {
    this.updatedAt = now();
    this.idea.unwrap().touch();
  }
}

const UNDER_WAY = {
  sv: 'Projektet har börjat; planen ersätts inte längre. Avsluta milstolpar och uppdatera resultat i stället.',
  en: 'The project has begun; its plan is no longer replaced. Complete milestones and update outcomes instead.',
};
