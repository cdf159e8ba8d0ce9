import type { Change } from '../../activity/activity.js';
import type { Localized } from '../../shared/text/localized-text.js';
import type { RowFault } from './draft/call-draft.js';

/** A row that makes a new call or changes one, and what was assumed in reading it. */
export interface ImportedRow {
  readonly row: number;
  readonly identifier: string;
  readonly callId: string;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly notes: readonly Localized[];
}

/** A row that was refused, and why; row 0 is the input as a whole. */
export interface RefusedRow {
  readonly row: number;
  readonly identifier?: string | undefined;
  readonly faults: readonly RowFault[];
  readonly breaksOff?: true | undefined;
}

/** A row that is no call for us, such as one that isn't public, and why; row 0 is more than one row. */
export interface LeftOutRow {
  readonly row: number;
  readonly identifier?: string | undefined;
  readonly skipped: Localized;
}

/** What an import does, or would do, row by row. */
export interface ImportReport {
  readonly imported: ImportedRow[];
  readonly refused: RefusedRow[];
  /** Ids of calls that the source says nothing new of. */
  readonly unchanged: string[];
  readonly leftOut: LeftOutRow[];
}

export function emptyReport(): ImportReport {
  return { imported: [], refused: [], unchanged: [], leftOut: [] };
}

/** What keeps the input from being taken as a whole: a real import of it changes nothing. */
export function obstacles({ refused }: ImportReport): RefusedRow[] {
  return refused.filter(({ row, breaksOff }) => row === 0 || breaksOff);
}
