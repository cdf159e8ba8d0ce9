import type { Bilingual } from '../shared/text/wording.js';
import type { Cells } from './cells.js';
import type { Column, Columns } from './columns.js';
import type { DateRules } from './dates/dates.js';
import type { Header } from './header.js';
import type { FaultyRow } from './report/read-row.js';

/** The cells of a row of a table, and its number as a spreadsheet counts: the first row is row 1. */
export interface TableRecord {
  readonly row: number;
  readonly cells: readonly string[];
  /** The cells with what is merged filled in to the right: a heading above several columns. */
  readonly over?: readonly string[];
  /** Whether a cell goes on in the next row. */
  readonly goesOn?: boolean;
  /** Whether empty cells at the end are left away. */
  readonly isRagged?: boolean;
  /** What is wrong with a cell before anything is read from it. */
  readonly problems?: ReadonlyMap<number, Bilingual>;
}

/** A kind of table: its columns, and what one of its rows becomes. */
export interface TableKind<C extends Cells, Row> {
  readonly columns: Columns;
  /** The columns whose dates a table may have under a name that we don't know, and how those dates are read. */
  readonly dated?: { readonly columns: readonly Column[]; readonly most: string; readonly rules: DateRules };
  readonly cellsOf: (header: Header, cells: readonly string[]) => C;
  readonly read: (row: number, cells: C) => Row | FaultyRow;
}
