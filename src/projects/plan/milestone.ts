import { type Ref, ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { now } from '../../shared/time/clock.js';
import { newId } from '../../shared/ids.js';
import { LocalizedField } from '../../shared/text/localized-field.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import { Node } from '../../shared/node.js';
import { refuse } from '../../shared/refuse.js';
import { DateOnly } from '../../shared/values/scalars.js';
import { Project } from '../project.js';
import type { MilestoneChange } from './amendment.js';
import { PlanPart } from './plan-part.js';
import { dayNotAhead, dayNotBeforeStart, type PlannedMilestone } from './project-plan.js';
import { refuseUnlessUnderWay } from '../under-way.js';

@Entity()
@Index({ name: 'milestone_project_id', properties: ['project'] })
@ObjectType('Milestone', { implements: Node, description: 'A milestone of a project.' })
export class Milestone extends PlanPart<PlannedMilestone> {
  @ManyToOne(() => Project, { ref: true })
  @Field(() => Project, { description: 'The project it is a milestone of.' })
  project!: Ref<Project>;

  @LocalizedField({ description: 'What shall have been reached.' })
  title!: LocalizedText;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The day it is due, itself included.' })
  dueOn!: string;

  /** The day it was first due, where an amendment has moved it. */
  @Property({ type: 'date', nullable: true })
  firstDueOn?: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateOnly, { nullable: true, description: 'The day it was completed, or null.' })
  completedOn?: string | null;

  /** A milestone of a plan that tells of it. */
  static plan(project: Project, planned: PlannedMilestone): Milestone {
    const own = { id: newId('milestone'), project: ref(project) };
    return Object.assign(new Milestone(), own, Milestone.said(planned)).asPartOfAnother();
  }

  /** What a plan says of a milestone, as it is stored. */
  private static said({ title, dueOn }: PlannedMilestone) {
    return { title: LocalizedText.of(title), dueOn };
  }

  /** What a milestone says, alike for two that say the same. */
  static textOf(this: void, planned: PlannedMilestone): string {
    return JSON.stringify(Milestone.said(planned));
  }

  /** When it was first due is told by the plan that the idea became a project with, whatever the plans before it said. */
  protected override restated({ completedOn = this.completedOn, ...planned }: MilestoneChange & PlannedMilestone) {
    const moved = this.project.unwrap().baseline && planned.dueOn !== this.dueOn;
    const first = moved ? { firstDueOn: this.firstDueOn ?? this.dueOn } : {};
    return { ...Milestone.said(planned), completedOn, ...first };
  }

  complete(completedOn: string): void {
    const project = this.project.unwrap();
    refuseUnlessUnderWay(project.idea.unwrap());
    this.refuseIfDropped();
    if (this.completedOn) {
      refuse('ILLEGAL_TRANSITION', {
        message: { sv: 'Milstolpen är redan nådd.', en: 'The milestone is already completed.' },
      });
    }
    dayNotAhead('completedOn', completedOn, now());
    dayNotBeforeStart('completedOn', completedOn, project, now());
    this.completedOn = completedOn;
    project.touch();
    this.happened('MILESTONE_COMPLETED');
  }
}
