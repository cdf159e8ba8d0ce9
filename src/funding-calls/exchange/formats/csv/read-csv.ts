import { csvRecords } from '../../../../tables/csv/csv-records.js';
import type { TableReading } from '../../../../tables/table-choice.js';
import type { TableKind } from '../../../../tables/table-kind.js';
import { tableRows } from '../../../../tables/table-rows.js';
import { xlsxRecords } from '../../../../tables/xlsx/xlsx-records.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import { BrokenInput } from '../../../../tables/text/source-text.js';
import type { CallRow } from '../../draft/call-draft.js';
import type { Input } from '../../source-format.js';
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

export function csvRows(text: AsyncIterable<string>, table: TableReading): AsyncIterable<CallRow> {
  const columns = COLUMNS.chosenBy(table.columns ?? []);
  return tableRows(csvRecords(unlessJson(text), columns), CALLS, table, table.seen);
}

/** The same table in a workbook. */
export function xlsxRows(input: Input, table: TableReading): AsyncIterable<CallRow> {
  return tableRows(xlsxRecords(input, table, table.seen), CALLS, table, table.seen);
}

const JSON_BEGINS = /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/;

/** The text, unless it is JSON: then it is broken from its beginning. */
async function* unlessJson(text: AsyncIterable<string>): AsyncGenerator<string> {
  let head = '';
  let isOpen = true;
  for await (const piece of text) {
    if (isOpen) {
      head += piece.slice(0, 100);
      if (JSON_BEGINS.test(head)) throw new BrokenInput(THIS_IS_JSON);
      isOpen = /^\s*[[{]?\s*$/.test(head) && head.length < 1_000;
    }
    yield piece;
  }
}

const THIS_IS_JSON: Bilingual = {
  sv: 'Det här är JSON och ingen tabell. Välj det format som filen har.',
  en: 'This is JSON and not a table. Choose the format that the file has.',
};
