import { type Ref, ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../../activity/audited.js';
import { differing, isNothing } from '../../shared/changes.js';
import { now } from '../../shared/time/clock.js';
import { newId } from '../../shared/ids.js';
import { LocalizedField } from '../../shared/text/localized-field.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import { Node } from '../../shared/node.js';
import { refuse } from '../../shared/refuse.js';
import { DateOnly } from '../../shared/values/scalars.js';
import { Project } from '../project.js';
import { dayNotAhead, type PlannedMilestone } from './project-plan.js';
import { refuseUnlessUnderWay } from '../under-way.js';

@Entity()
@Index({ name: 'milestone_project_id', properties: ['project'] })
@ObjectType('Milestone', { implements: Node, description: 'A milestone of a project.' })
export class Milestone extends Audited {
  static override readonly loggedBeside = new Set(['project']);

  @ManyToOne(() => Project, { ref: true })
  project!: Ref<Project>;

  @LocalizedField({ description: 'What shall have been reached.' })
  title!: LocalizedText;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The day it is due, itself included.' })
  dueOn!: string;

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

  /** Says what a plan made anew says of it; whether that is something else. */
  replan(planned: PlannedMilestone): boolean {
    const real = differing(this, Milestone.said(planned));
    if (isNothing(real)) return false;
    Object.assign(this, real);
    this.happened('PROJECT_UPDATED');
    return true;
  }

  complete(completedOn: string): void {
    const project = this.project.unwrap();
    refuseUnlessUnderWay(project.idea.unwrap());
    if (this.completedOn) {
      refuse('ILLEGAL_TRANSITION', {
        message: { sv: 'Milstolpen är redan avslutad.', en: 'The milestone is already completed.' },
      });
    }
    dayNotAhead('completedOn', completedOn, now());
    this.completedOn = completedOn;
    project.touch();
    this.happened('MILESTONE_COMPLETED');
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.project.unwrap().idea.id };
  }
}
