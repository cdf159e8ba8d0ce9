import { fault, Refusal, refuse } from '../shared/refuse.js';
import type { Cells } from '../tables/cells.js';
import { csvRecords } from '../tables/csv/csv-records.js';
import type { FaultyRow, SkippedRow } from '../tables/report/read-row.js';
import type { TableChoice, TableReading } from '../tables/table-choice.js';
import type { TableKind } from '../tables/table-kind.js';
import { tableRows } from '../tables/table-rows.js';
import { textOf } from '../tables/text/source-text.js';
import { xlsxRecords } from '../tables/xlsx/xlsx-records.js';
import type { ImportTableInput, TableFormat } from './import-table-input.js';
import { columnFaults } from './table-input.js';

/** A file's bytes, or its text. */
type File = AsyncIterable<Uint8Array> | string;

/** The rows of a table in either form; one without any row is refused. */
export async function* tableIn<C extends Cells, Row extends object>(
  format: TableFormat,
  file: File,
  kind: TableKind<C, Row>,
  reading: TableReading,
): AsyncGenerator<Row | FaultyRow | SkippedRow> {
  const columns = kind.columns.chosenBy(reading.columns ?? []);
  const records = format === 'XLSX' ? xlsxRecords(file, reading, reading.seen) : csvRecords(textOf(file), columns);
  let isEmpty = true;
  for await (const row of tableRows(records, kind, reading, reading.seen)) {
    isEmpty = false;
    yield row;
  }
  if (isEmpty) yield { row: 0, faults: [fault('INVALID', [], NO_ROWS)] };
}

/** What is said of a table, or why it cannot be so. */
export function choiceIn(
  { format, sheet, columns }: Pick<ImportTableInput, 'format' | 'sheet' | 'columns'>,
  { columns: known }: Pick<TableKind<Cells, unknown>, 'columns'>,
): TableChoice {
  if (sheet != null && format !== 'XLSX') refuse('INVALID', { path: ['sheet'], message: NO_SHEETS });
  const faults = columnFaults(known, columns ?? []);
  if (faults.length > 0) throw new Refusal(faults);
  return { sheet: sheet ?? undefined, columns: columns ?? undefined };
}

export const NO_SHEETS = { sv: 'Bara arbetsböcker (XLSX) har blad.', en: 'Only workbooks (XLSX) have sheets.' };

const NO_ROWS = {
  sv: 'Tabellen har inga rader: här finns inget att läsa in. Är det rätt fil, och rätt blad?',
  en: 'The table has no rows: there is nothing to import. Is it the right file, and the right sheet?',
};
