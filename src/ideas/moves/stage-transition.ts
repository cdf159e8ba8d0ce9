import { type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Actor } from '../../access/actor.js';
import type { Viewer } from '../../shared/viewer.js';
import { cleaned } from '../../shared/text/clean-text.js';
import { now } from '../../shared/time/clock.js';
import { wordsOf } from '../../shared/described-enum.js';
import { newId } from '../../shared/ids.js';
import { Idea } from '../idea.js';
import { RequirementCode } from '../gates/gates.js';
import { IdeaState, Stage } from '../stages.js';

@Entity()
@Index({
  name: 'stage_transition_idea_at',
  expression:
    'create index stage_transition_idea_at on stage_transition (idea_id, at, id) include ("from", "to", to_state, recorded_at, from_entered_at, first_entry)',
})
@Check({ name: 'stage_transition_recorded_after', expression: 'recorded_at >= at' })
@ObjectType('StageTransition', {
  description: 'One change of stage or state: who, when and why. It is never altered.',
})
export class StageTransition {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'The TypeID of the transition.' })
  id!: string;

  @ManyToOne(() => Idea, { ref: true })
  idea!: Ref<Idea>;

  @Enum({ items: () => wordsOf(Stage), type: 'text', nullable: true })
  @Field(() => Stage, { nullable: true, description: 'The stage before; null when the idea was created.' })
  from?: Stage | null;

  @Enum({ items: () => wordsOf(Stage), type: 'text' })
  @Field(() => Stage, { description: 'The stage after; the same as before when only the state changed.' })
  to!: Stage;

  @Enum({ items: () => wordsOf(IdeaState), type: 'text', nullable: true })
  @Field(() => IdeaState, { nullable: true, description: 'The state before; null when the idea was created.' })
  fromState?: IdeaState | null;

  @Enum({ items: () => wordsOf(IdeaState), type: 'text' })
  @Field(() => IdeaState, { description: 'The state after.' })
  toState!: IdeaState;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it happened, UTC; of an imported idea as its table says.' })
  at!: Date;

  /** Null: as it happened. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  recordedAt?: Date | null;

  @Embedded(() => Actor, { prefix: 'by_' })
  @Field(() => Actor, { description: 'Who did it.' })
  by!: Actor;

  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Enum({ items: () => wordsOf(RequirementCode), array: true, type: 'text[]' })
  waived: RequirementCode[] = [];

  /** A change of the idea to the stage and state it has now. */
  static of(idea: Idea, { from, fromState, by, reason, waived = [], at }: TransitionFacts): StageTransition {
    return Object.assign(new StageTransition(), {
      id: newId('transition'),
      idea: ref(idea),
      from,
      to: idea.stage,
      fromState,
      toState: idea.state,
      at: at ?? now(),
      recordedAt: at ? now() : null,
      by: Actor.of(by),
      reason: cleaned(reason ?? '') || null,
      waived: [...waived],
    });
  }
}

interface TransitionFacts {
  from: Stage | null;
  fromState: IdeaState | null;
  by: Viewer;
  reason?: string | null | undefined;
  waived?: readonly RequirementCode[] | undefined;
  /** When it happened, where it is recorded later. */
  at?: Date | null | undefined;
}
