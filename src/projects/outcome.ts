import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { EnvironmentalObjective } from '../ideas/classification.js';
import { wordsOf } from '../shared/described-enum.js';
import { LocalizedField } from '../shared/localized-field.js';
import type { LocalizedText } from '../shared/localized-text.js';
import { Node } from '../shared/node.js';
import { DateOnly } from '../shared/scalars.js';
import { OutcomeKind, OutcomeStatus } from './outcome-words.js';
import { Project } from './project.js';

@Entity()
@Index({ name: 'outcome_project_id', properties: ['project'] })
@Check({ name: 'outcome_delivered_on', expression: "(status = 'DELIVERED') = (delivered_on is not null)" })
@ObjectType('Outcome', {
  implements: Node,
  description: 'Something the project shall bring forth for the green transition.',
})
export class Outcome extends Audited {
  @ManyToOne(() => Project, { ref: true })
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
}
