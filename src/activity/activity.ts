import type { Ref } from '@mikro-orm/core';
import { Embedded, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Actor } from '../access/actor.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { wordsOf } from '../shared/described-enum.js';
import { Node } from '../shared/node.js';
import { Json } from '../shared/values/scalars.js';
import { ActivityKind } from './activity-kind.js';

@ObjectType('Change', { description: 'One field before and after.' })
export class Change {
  @Field(() => String, { description: "The field's name, as in this schema." })
  field!: string;

  @Field(() => Json, {
    nullable: true,
    description: 'Its value before; null when it was empty, the thing was new, or it has been redacted.',
  })
  before?: unknown;

  @Field(() => Json, {
    nullable: true,
    description: 'Its value after; null when it was emptied, or has been redacted.',
  })
  after?: unknown;
}

@Entity()
@Index({ name: 'activity_at', properties: ['at'] })
@Index({ name: 'activity_idea_sequence', properties: ['idea', 'sequence'] })
@Index({ name: 'activity_subject', properties: ['subjectId', 'sequence'] })
@ObjectType('Activity', {
  implements: Node,
  description:
    'One change of one thing, told once and never altered, but for values that are redacted. Its sequence is the resume point for readers.',
})
export class Activity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  /** Given by the database in commit order, without gaps. */
  @Property({ type: 'integer', nullable: true })
  @Unique()
  @Field(() => Int, { description: 'Counts up by one for every change, in the order they were committed.' })
  sequence!: number;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it happened, UTC.' })
  at!: Date;

  @Embedded(() => Actor, { prefix: 'actor_' })
  @Field(() => Actor, { description: 'Who did it.' })
  actor!: Actor;

  @Enum({ items: () => wordsOf(ActivityKind), type: 'text' })
  @Field(() => ActivityKind, { description: 'What happened.' })
  kind!: ActivityKind;

  /** The TypeID of what changed; its prefix tells the type. */
  @Property({ type: 'text' })
  subjectId!: string;

  @ManyToOne(() => Idea, { ref: true, nullable: true })
  @Field(() => Idea, {
    nullable: true,
    description: 'The idea it concerns; null for calls, partners, focus areas and keys.',
  })
  idea?: Ref<Idea> | null;

  @ManyToOne(() => FundingCall, { ref: true, nullable: true })
  call?: Ref<FundingCall> | null;

  @Property({ type: 'json', columnType: 'jsonb' })
  changes!: Change[];

  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  /** By name the salt of each value that may be redacted, for as long as the value is there; the database's own. */
  @Property({ type: 'json', columnType: 'jsonb', defaultRaw: `'{}'` })
  salts!: Record<string, string>;

  /** By name the digest that stands for each such value in the chain of hashes; the database's own. */
  @Property({ type: 'json', columnType: 'jsonb', defaultRaw: `'{}'` })
  digests!: Record<string, string>;
}
