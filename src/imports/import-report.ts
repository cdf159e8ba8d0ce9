import type { Change } from '../activity/activity.js';
import type { Localized } from '../shared/text/localized-text.js';
import type { FaultyRow, SkippedRow } from '../tables/report/read-row.js';

/** A row that makes something new or changes something, and what was assumed in reading it. */
export interface ImportedRow {
  readonly row: number;
  readonly identifier: string;
  readonly id: string;
  readonly title: Localized;
  /** Those of the row itself, not of its parts; empty where it has none. */
  readonly deadlines: readonly Date[];
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly notes: readonly Localized[];
}

/** What an import does, or would do, row by row. */
export interface ImportReport {
  readonly imported: ImportedRow[];
  readonly refused: FaultyRow[];
  /** Ids of what the source says nothing new of. */
  readonly unchanged: string[];
  readonly leftOut: SkippedRow[];
}

export function emptyReport(): ImportReport {
  return { imported: [], refused: [], unchanged: [], leftOut: [] };
}

/** What keeps the input from being taken as a whole: a real import of it changes nothing. */
export function obstacles({ refused }: ImportReport): FaultyRow[] {
  return refused.filter(({ row, breaksOff }) => row === 0 || breaksOff);
}
