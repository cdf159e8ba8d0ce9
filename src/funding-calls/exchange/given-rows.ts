import { unhurried } from '../../imports/unhurried.js';
import { NO_SHEETS } from '../../imports/given-table.js';
import { columnFaults } from '../../imports/table-input.js';
import { Refusal, refuse } from '../../shared/refuse.js';
import type { ColumnChoice, TableChoice, TableSeen } from '../../tables/table-choice.js';
import { type CallFormat, formatOf } from './call-format.js';
import type { CallRow } from './draft/call-draft.js';
import { mergeRows } from './draft/merge-rows.js';
import { COLUMNS } from './formats/csv/csv-columns.js';
import { readTable } from './read-calls.js';
import { contentOf } from '../../imports/given-content.js';

interface GivenFile {
  readonly format: CallFormat;
  readonly content?: string | null;
  readonly contentBase64?: string | null;
  readonly sheet?: string | null;
  readonly columns?: readonly ColumnChoice[] | null;
}

/**
 * Reads a file that was given in a request, and lets others have their turn meanwhile. It is read before any transaction
 * begins: the database takes long silence in one for a copy that has died, and ends it.
 */
export async function givenRows(file: GivenFile, seen: TableSeen): Promise<readonly CallRow[]> {
  const rows: CallRow[] = [];
  const read = readTable(file.format, { ...choiceOf(file), seen }, contentOf(file));
  for await (const row of mergeRows(file.format, unhurried(read, { ...file, things: 'calls' }))) rows.push(row);
  return rows;
}

/** What is said of a table: of another format it would mean nothing. */
export function choiceOf({ format, sheet, columns }: Pick<GivenFile, 'format' | 'sheet' | 'columns'>): TableChoice {
  const { table } = formatOf(format);
  if (sheet != null && table !== 'WORKBOOK') refuse('INVALID', { path: ['sheet'], message: NO_SHEETS });
  if (columns?.length && !table) refuse('INVALID', { path: ['columns'], message: NO_TABLE });
  const faults = columnFaults(COLUMNS, columns ?? []);
  if (faults.length > 0) throw new Refusal(faults);
  return { sheet: sheet ?? undefined, columns: columns ?? undefined };
}

const NO_TABLE = {
  sv: 'Bara tabeller (CSV och XLSX) har kolumner.',
  en: 'Only tables (CSV and XLSX) have columns.',
};
