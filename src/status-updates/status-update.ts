import { type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Actor } from '../access/actor.js';
import { type About, Audited } from '../activity/audited.js';
import { Idea } from '../ideas/idea.js';
import { refuseIfEnded } from '../ideas/moves/ended.js';
import { LONGEST, localizedFaults } from '../shared/checks.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { type Fault, fault, refuseAny } from '../shared/refuse.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { now } from '../shared/time/clock.js';
import { swedishDay } from '../shared/time/local-time.js';
import { DateOnly } from '../shared/values/scalars.js';
import type { Viewer } from '../shared/viewer.js';
import { Health } from './health.js';

/** What is said of how an idea goes. */
export interface StatusSaid {
  health: Health;
  summary: LocalizedText;
  nextStep?: LocalizedText | null | undefined;
  nextStepDueOn?: string | null | undefined;
}

@Entity()
@Index({
  name: 'status_update_idea_at',
  expression: 'create index status_update_idea_at on status_update (idea_id, at, id) include (health)',
})
@Check({ name: 'status_update_day_of_a_step', expression: 'next_step_due_on is null or next_step_sv is not null' })
@ObjectType('StatusUpdate', {
  implements: Node,
  description: 'How an idea goes, as its leaders told it on a day. It is never altered; a newer one takes its place.',
})
export class StatusUpdate extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'at', 'by']);
  static override readonly loggedBeside = new Set(['idea']);

  @ManyToOne(() => Idea, { ref: true })
  @Field(() => Idea, { description: 'The idea.' })
  idea!: Ref<Idea>;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was told, UTC.' })
  at!: Date;

  @Embedded(() => Actor, { prefix: 'by_' })
  @Field(() => Actor, { description: 'Who told it.' })
  by!: Actor;

  @Enum({ items: () => wordsOf(Health), type: 'text' })
  @Field(() => Health, { description: 'How it goes.' })
  health!: Health;

  @LocalizedField({ description: 'What has happened and what stands in the way; at most 2,000 characters.' })
  summary!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'What is to be done next, or null.' })
  nextStep?: LocalizedText | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateOnly, { nullable: true, description: 'The day the next step is due, or null.' })
  nextStepDueOn?: string | null;

  /** Tells how an idea goes. */
  static post(idea: Idea, said: StatusSaid, by: Viewer): StatusUpdate {
    refuseIfEnded(idea);
    refuseAny(statusFaults(said));
    const { health, summary, nextStep, nextStepDueOn } = said;
    const update = Object.assign(new StatusUpdate(), { health, summary: LocalizedText.of(summary) });
    Object.assign(update, {
      id: newId('status'),
      idea: ref(idea),
      at: now(),
      by: Actor.of(by),
      nextStep: nextStep ? LocalizedText.of(nextStep) : null,
      nextStepDueOn: nextStepDueOn ?? null,
    });
    idea.touch();
    update.happened('STATUS_UPDATED');
    return update;
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }
}

function statusFaults({ summary, nextStep, nextStepDueOn }: StatusSaid): Fault[] {
  const faults = [
    ...localizedFaults('summary', summary, LONGEST.reason),
    ...localizedFaults('nextStep', nextStep, LONGEST.reason),
  ];
  if (nextStepDueOn && !nextStep) {
    const message = {
      sv: 'Skriv vad nästa steg är, eller ta bort dagen.',
      en: 'Say what the next step is, or take the day away.',
    };
    faults.push(fault('REQUIRED', ['nextStep'], message));
  }
  if (nextStepDueOn && nextStepDueOn < swedishDay(now())) {
    const message = { sv: 'Dagen för nästa steg har redan varit.', en: 'The day of the next step is already over.' };
    faults.push(fault('INVALID', ['nextStepDueOn'], message));
  }
  return faults;
}
