import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { cleaned } from '../shared/text/clean-text.js';
import type { ActivityKind } from './activity-kind.js';

/** What a noun says of a change to it; the unit of work adds what changed, the request adds who. */
export interface Happening {
  kind: ActivityKind;
  reason?: string | null | undefined;
  /** What it says beside the fields that changed. */
  beside?: readonly LoggedChange[] | undefined;
  /** Lists of its parts to tell whole, also where no part has come or gone. */
  lists?: readonly string[] | undefined;
}

/** One field before and after, as the log tells it. */
export interface LoggedChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** What a change is about: the thing it is told of, and the idea or call that it concerns. */
export interface About {
  subjectId: string;
  ideaId?: string | null;
  callId?: string | null;
}

const happenings = new WeakMap<Audited, Happening>();
const parts = new WeakSet<Audited>();

/** A noun whose every change is told by exactly one activity row. */
export abstract class Audited {
  /** Properties that the log leaves out: bookkeeping that says nothing to a reader, and secrets. */
  static readonly unlogged: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt']);

  /** Properties that the log tells under names of their own: what a noun is part of, and columns behind fields. */
  static readonly loggedBeside: ReadonlySet<string> = new Set();

  @PrimaryKey({ type: 'text' })
  readonly id!: string;

  /** Says what happened. A flush that changes an audited noun which has said nothing is a bug, and fails. */
  protected happened(kind: ActivityKind, { reason, ...told }: Omit<Happening, 'kind'> = {}): void {
    happenings.set(this, { kind, reason: cleaned(reason ?? '') || null, ...told });
  }

  /** What a change of this noun is about: itself, unless it says otherwise. */
  about(): About {
    return { subjectId: this.id };
  }

  /** Says that the noun's coming change is part of what another noun tells, such as a milestone of a new plan. */
  asPartOfAnother(): this {
    parts.add(this);
    return this;
  }

  /** Whether another noun tells the change at hand; asked once. */
  static takeAsPartOfAnother(noun: Audited): boolean {
    return parts.delete(noun);
  }

  /** Takes what was said since the last flush. */
  static takeHappening(noun: Audited): Happening | undefined {
    const happening = happenings.get(noun);
    happenings.delete(noun);
    return happening;
  }
}
