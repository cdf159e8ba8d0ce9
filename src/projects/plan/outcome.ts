import { type Ref, ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { differing, isNothing } from '../../shared/changes.js';
import { now } from '../../shared/time/clock.js';
import { swedishDay } from '../../shared/time/local-time.js';
import { newId } from '../../shared/ids.js';
import { EnvironmentalObjective } from '../../ideas/classification.js';
import { wordsOf } from '../../shared/described-enum.js';
import { LocalizedField } from '../../shared/text/localized-field.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import { Node } from '../../shared/node.js';
import { refuse } from '../../shared/refuse.js';
import { DateOnly } from '../../shared/values/scalars.js';
import { OutcomeKind, OutcomeStatus } from './outcome-words.js';
import { Project } from '../project.js';
import { PlanPart } from './plan-part.js';
import { dayNotAhead, type PlannedOutcome } from './project-plan.js';
import { refuseUnlessUnderWay } from '../under-way.js';

@Entity()
@Index({ name: 'outcome_project_id', properties: ['project'] })
@Check({ name: 'outcome_delivered_on', expression: "(status = 'DELIVERED') = (delivered_on is not null)" })
@ObjectType('Outcome', {
  implements: Node,
  description: 'Something the project shall bring forth for the green transition.',
})
export class Outcome extends PlanPart<PlannedOutcome> {
  @ManyToOne(() => Project, { ref: true })
  @Field(() => Project, { description: 'The project that it comes from.' })
  project!: Ref<Project>;

  @Enum({ items: () => wordsOf(OutcomeKind), type: 'text' })
  @Field(() => OutcomeKind, { description: 'What kind of outcome it is.' })
  kind!: OutcomeKind;

  @LocalizedField({ description: 'What it is.' })
  title!: LocalizedText;

  @Enum({ items: () => wordsOf(OutcomeStatus), type: 'text' })
  @Field(() => OutcomeStatus, { description: 'How far it has come.' })
  status!: OutcomeStatus;

  @Enum({ items: () => wordsOf(EnvironmentalObjective), array: true, type: 'text[]' })
  @Field(() => [EnvironmentalObjective], { description: 'The environmental objectives it serves.' })
  environmentalObjectives!: EnvironmentalObjective[];

  @Property({ type: 'date', nullable: true })
  @Field(() => DateOnly, { nullable: true, description: 'The day it was delivered, or null.' })
  deliveredOn?: string | null;

  /** An outcome of a plan that tells of it. */
  static plan(project: Project, planned: PlannedOutcome): Outcome {
    const own = { id: newId('outcome'), project: ref(project), status: 'PLANNED' as const };
    return Object.assign(new Outcome(), own, Outcome.said(planned)).asPartOfAnother();
  }

  /** What a plan says of an outcome, as it is stored. */
  private static said({ kind, title, environmentalObjectives: objectives }: PlannedOutcome) {
    return { kind, title: LocalizedText.of(title), environmentalObjectives: [...new Set(objectives ?? [])] };
  }

  /** What an outcome says, alike for two that say the same. */
  static textOf(this: void, planned: PlannedOutcome): string {
    const { environmentalObjectives, ...others } = Outcome.said(planned);
    return JSON.stringify({ ...others, of: environmentalObjectives.sort() });
  }

  protected override restated(planned: PlannedOutcome) {
    return Outcome.said(planned);
  }

  /** Sets how far it has come; delivered means on a day, without one today. */
  update({ status, deliveredOn }: { status: OutcomeStatus; deliveredOn?: string | null | undefined }): void {
    const project = this.project.unwrap();
    refuseUnlessUnderWay(project.idea.unwrap());
    this.refuseIfDropped();
    if (deliveredOn && status !== 'DELIVERED') refuse('INVALID', { path: ['deliveredOn'], message: ONLY_DELIVERED });
    if (deliveredOn) dayNotAhead('deliveredOn', deliveredOn, now());
    const day = deliveredOn ?? this.deliveredOn ?? swedishDay(now());
    const real = differing(this, { status, deliveredOn: status === 'DELIVERED' ? day : null });
    if (isNothing(real)) return;
    Object.assign(this, real);
    project.touch();
    this.happened(status === 'DELIVERED' ? 'OUTCOME_DELIVERED' : 'PROJECT_UPDATED');
  }
}

const ONLY_DELIVERED = {
  sv: 'deliveredOn anges bara tillsammans med DELIVERED.',
  en: 'deliveredOn goes with DELIVERED only.',
};
