import { Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../../activity/audited.js';
import { differing, isNothing } from '../../shared/changes.js';
import { refuse } from '../../shared/refuse.js';
import { now } from '../../shared/time/clock.js';
import type { PartChange } from './project-plan.js';

/** What a part must know of its project. */
interface PlannedProject {
  readonly idea: { readonly id: string };
  readonly baseline?: object | null;
}

/** A part of a project's plan: P is what a plan says of it. */
@ObjectType()
export abstract class PlanPart<P extends object> extends Audited {
  static override readonly loggedBeside = new Set(['project']);

  abstract project: { unwrap(): PlannedProject };

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When an amendment dropped it, UTC; it then counts no longer as planned. Null while it is planned.',
  })
  droppedAt?: Date | null;

  /** What a plan or an amendment says of it, as it is stored. */
  protected abstract restated(planned: P): object;

  /** Says what a plan made anew says of it; whether that is something else. */
  replan(planned: P): boolean {
    if (!this.take(this.restated(planned))) return false;
    if (this.project.unwrap().baseline) this.asPartOfAnother();
    else this.happened('PROJECT_UPDATED');
    return true;
  }

  /** Says what an amendment says of it, and keeps what that leaves out; whether that is something else. */
  amend({ drop, ...said }: PartChange<P>): boolean {
    const next = this.restated({ ...(this as unknown as P), ...given(said) });
    const droppedAt = drop ? (this.droppedAt ?? now()) : null;
    const isChanged = this.take(drop == null ? next : { ...next, droppedAt });
    if (isChanged) this.asPartOfAnother();
    return isChanged;
  }

  /** Dropped is dropped: nothing of it is reached any more. */
  refuseIfDropped(): void {
    if (this.droppedAt) refuse('ILLEGAL_TRANSITION', { message: DROPPED });
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.project.unwrap().idea.id };
  }

  private take(said: object): boolean {
    const real = differing(this, said);
    if (isNothing(real)) return false;
    Object.assign(this, real);
    return true;
  }
}

/** What is said at all; null empties what can be empty. */
function given(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export const DROPPED = {
  sv: 'Delen är struken ur planen. Ta tillbaka den i en ändring av projektet först.',
  en: 'This part has been dropped from the plan. Take it back in an amendment first.',
};
