import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { LocalizedField } from '../shared/localized-field.js';
import type { LocalizedText } from '../shared/localized-text.js';
import { Node } from '../shared/node.js';
import { DateOnly } from '../shared/scalars.js';
import { Project } from './project.js';

@Entity()
@Index({ name: 'milestone_project_id', properties: ['project'] })
@ObjectType('Milestone', { implements: Node, description: 'A milestone of a project.' })
export class Milestone extends Audited {
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
}
