import { Collection, type Opt, type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, OneToMany, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { Idea } from '../ideas/idea.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { newId } from '../shared/ids.js';
import { Money } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Indicator } from './plan/indicator.js';
import { Milestone } from './plan/milestone.js';
import { Outcome } from './plan/outcome.js';
import { amendedDatesFaults, amendList, decisionOn } from './plan/amending.js';
import { type Amendment, amendmentFaults, LISTS, type PartChanges } from './plan/amendment.js';
import {
  ownFaults,
  partFaults,
  planFaults,
  type PlannedIndicator,
  type PlannedMilestone,
  type PlannedOutcome,
  type ProjectPlan,
  wholeFaults,
} from './plan/project-plan.js';
import { idFaults, replan } from './plan/replanning.js';
import type { YearRange } from './duration.js';
import { ProjectBaseline } from './project-baseline.js';
import { refuseUnlessAmendable } from './under-way.js';

@Entity()
@Check({ name: 'project_dates_in_order', expression: 'starts_on < ends_on' })
@Check({ name: 'project_budget_not_negative', expression: 'budget_amount >= 0' })
@ObjectType('Project', {
  implements: Node,
  description: 'The plan of a 5–10 year green-transition project. Visible where the idea is.',
})
export class Project extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'baseline', 'baseline_budget']);

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
  @Field(() => Money, { description: 'The whole budget, public where the idea is; sums pledged or sought are not.' })
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

  @Embedded(() => ProjectBaseline, { nullable: true })
  @Field(() => ProjectBaseline, {
    nullable: true,
    description: 'The plan that the idea became a project with; it never changes. Null before that.',
  })
  baseline?: ProjectBaseline | null;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  readonly version!: number & Opt;

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
    refuseAny([...planFaults(plan), ...LISTS.flatMap(list => idFaults(list, project.parts()[list], plan[list]))]);
    const { moved, reworded } = project.replan(plan);
    if (moved || reworded) project.touch();
    if (project.baseline && (moved || reworded)) project.happened('PROJECT_REVISED', { lists: LISTS });
    else if (moved) project.happened(known ? 'PROJECT_UPDATED' : 'PROJECT_PLANNED');
    if (idea.stage === 'PROJECT') project.keepBaseline();
    return project;
  }

  /** Keeps the plan that the idea has become a project with; what is kept already stays. */
  keepBaseline(): void {
    this.baseline ??= ProjectBaseline.of(this);
  }

  /** Amends the plan under way, all of it for one reason. All its parts must have been loaded. */
  revise(amendment: Amendment, years: YearRange): void {
    refuseUnlessAmendable(this.idea.unwrap(), this.baseline);
    refuseAny(amendmentFaults(this.parts(), amendment));
    this.keepBaseline();
    const own = this.amendOwn(amendment);
    const lists = this.amendLists(amendment);
    const said = {
      milestones: lists.milestones.parts,
      outcomes: lists.outcomes.parts,
      indicators: lists.indicators.parts,
    };
    refuseAny([...ownFaults(this), ...wholeFaults(this.parts()), ...partFaults(said)]);
    const moved = 'endsOn' in own ? 'endsOn' : 'startsOn' in own ? 'startsOn' : null;
    refuseAny(amendedDatesFaults({ plan: this, touched: said.milestones, moved }, amendment, years));
    const changed = LISTS.filter(list => lists[list].isChanged);
    if (isNothing(own) && changed.length === 0) return;
    this.touch();
    this.happened('PROJECT_REVISED', { reason: amendment.reason, lists: changed, beside: decisionOn(amendment) });
  }

  private amendOwn({ startsOn, endsOn, budget }: Amendment) {
    const said = { startsOn: startsOn ?? this.startsOn, endsOn: endsOn ?? this.endsOn };
    const own = differing(this, { ...said, budget: Money.of(budget ?? this.budget) });
    Object.assign(this, own);
    return own;
  }

  private amendLists({ milestones, outcomes, indicators }: PartChanges) {
    return {
      milestones: amendList(this.milestones, milestones ?? [], (each: PlannedMilestone) => Milestone.plan(this, each)),
      outcomes: amendList(this.outcomes, outcomes ?? [], (each: PlannedOutcome) => Outcome.plan(this, each)),
      indicators: amendList(this.indicators, indicators ?? [], (each: PlannedIndicator) => Indicator.plan(this, each)),
    };
  }

  private parts() {
    const { milestones, outcomes, indicators } = this;
    return { milestones: milestones.getItems(), outcomes: outcomes.getItems(), indicators: indicators.getItems() };
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

const UNDER_WAY = {
  sv: 'Projektet har börjat; planen ersätts inte längre. Markera milstolpar som nådda och uppdatera resultat i stället.',
  en: 'The project has begun; its plan is no longer replaced. Complete milestones and update outcomes instead.',
};
