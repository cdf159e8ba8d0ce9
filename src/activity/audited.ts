import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import type { ActivityKind } from './activity-kind.js';

/** What a noun says of a change to it; the unit of work adds what changed, the request adds who. */
export interface Happening {
  kind: ActivityKind;
  reason?: string | null | undefined;
}

const happenings = new WeakMap<Audited, Happening>();

/** A noun whose every change is told by exactly one activity row. */
export abstract class Audited {
  @PrimaryKey({ type: 'text' })
  readonly id!: string;

  /** Says what happened. A flush that changes an audited noun which has said nothing is a bug, and fails. */
  protected happened(kind: ActivityKind, { reason }: { reason?: string | null | undefined } = {}): void {
    happenings.set(this, { kind, reason });
  }

  /** Takes what was said since the last flush. */
  static takeHappening(noun: Audited): Happening | undefined {
    const happening = happenings.get(noun);
    happenings.delete(noun);
    return happening;
  }
}
