import type { FocusArea } from '../../focus-areas/focus-area.js';
import type { CallDescription } from '../description/call-description.js';

/** Where a source has a call: by the system and its id there it is known again. */
export interface SourcePlace {
  readonly system: string;
  readonly externalId: string;
  readonly url?: string | null | undefined;
}

/**
 * The values of a call's fields, and who says them. A field is silent (no value, no deadlines), assumed (a value, and the
 * field or a part of it is named here) or said (any other value). Parts are "title.sv" for one language, "opensAt.time"
 * for the time of a day, "budget.currency", "budget.decimals" and "deadlines.0.label".
 */
export interface Values {
  readonly description: Partial<CallDescription>;
  readonly assumed: ReadonlySet<string>;
}

/** What a source says of a call. */
export interface CallStatement extends Values {
  readonly source: SourcePlace;
  /** None where it says nothing of them. */
  readonly focusAreas: readonly FocusArea[];
  /** The zone of its days. */
  readonly zone: string;
  /** It has a place for one closing date: it doesn't deny that there are deadlines before it. */
  readonly closingDateOnly: boolean;
}

/** What a source changes in a call, as plain values, and the parts that are only assumed from then on. */
export interface SourceChanges {
  readonly source: SourcePlace;
  readonly description: Partial<CallDescription>;
  /** Undefined where they stay. */
  readonly focusAreas: readonly FocusArea[] | undefined;
  readonly assumed: readonly string[];
}
