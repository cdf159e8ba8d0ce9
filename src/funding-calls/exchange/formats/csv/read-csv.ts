import { csvRecords } from '../../../../tables/csv/csv-records.js';
import { type TableKind, tableRows } from '../../../../tables/table-rows.js';
import type { CallRow } from '../../draft/call-draft.js';
import { CallCells, CLOSING } from './csv-cells.js';
import { COLUMNS, DATED } from './csv-columns.js';
import { csvRow } from './csv-draft.js';

/** A table of calls. A date in a column that we don't know may be its deadline: without one a call looks open for ever. */
const CALLS: TableKind<CallCells, CallRow> = {
  columns: COLUMNS,
  dated: { columns: DATED, most: 'deadlines', rules: CLOSING },
  cellsOf: (header, cells) => new CallCells(header, cells),
  read: csvRow,
};

export function csvRows(text: AsyncIterable<string>): AsyncIterable<CallRow> {
  return tableRows(csvRecords(text, COLUMNS), CALLS);
}
