import { Collection, type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, OneToMany, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { Idea } from '../ideas/idea.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { newId } from '../shared/ids.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { type Fault, refuse, refuseAny } from '../shared/refuse.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Indicator } from './plan/indicator.js';
import { Milestone } from './plan/milestone.js';
import { Outcome } from './plan/outcome.js';
import { planFaults, type ProjectPlan } from './plan/project-plan.js';
import { idFaults, replan } from './plan/replanning.js';

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
   * plan is done. Each part tells what changes in it, and the project which parts come and go. All parts of a known
   * project must have been loaded, indicators with their measurements.
   */
  static plan(idea: Idea, plan: ProjectPlan): Project {
    refuseIfEnded(idea);
    const known = idea.project?.unwrap();
    if (known && (idea.stage === 'PROJECT' || known.hasBegun())) refuse('ILLEGAL_TRANSITION', { message: UNDER_WAY });
    const project = known ?? Object.assign(new Project(), { id: newId('project'), idea: ref(idea), createdAt: now() });
    refuseAny([...planFaults(plan), ...project.idFaults(plan)]);
    const { moved, reworded } = project.replan(plan);
    if (moved || reworded) project.touch();
    if (moved) project.happened(known ? 'PROJECT_UPDATED' : 'PROJECT_PLANNED');
    return project;
  }

  private idFaults(plan: ProjectPlan): Fault[] {
    return PARTS.flatMap(field => idFaults(field, this[field].getItems(), plan[field]));
  }

  /** Whether the plan itself changed, by its own fields or by which parts it has, and whether a part that stays did. */
  private replan({ startsOn, endsOn, budget, ...plan }: ProjectPlan): { moved: boolean; reworded: boolean } {
    const own = differing(this, { startsOn, endsOn, budget: Money.of(budget) });
    Object.assign(this, own);
    const lists = [
      replan(this.milestones, plan.milestones, { textOf: Milestone.textOf, make: each => Milestone.plan(this, each) }),
      replan(this.outcomes, plan.outcomes, { textOf: Outcome.textOf, make: each => Outcome.plan(this, each) }),
      replan(this.indicators, plan.indicators, { textOf: Indicator.textOf, make: each => Indicator.plan(this, each) }),
    ];
    return {
      moved: !isNothing(own) || lists.some(({ moved }) => moved),
      reworded: lists.some(({ reworded }) => reworded),
    };
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

const PARTS = ['milestones', 'outcomes', 'indicators'] as const;

const UNDER_WAY = {
  sv: 'Projektet har börjat; planen ersätts inte längre. Avsluta milstolpar och uppdatera resultat i stället.',
  en: 'The project has begun; its plan is no longer replaced. Complete milestones and update outcomes instead.',
};
