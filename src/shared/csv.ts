import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Cell, Table } from './table.js';

/** How a table is written: commas as RFC 4180 has them, or semicolons as Excel expects where commas are decimal. */
export interface CsvOptions {
  readonly separator?: ',' | ';';
}

/**
 * The table as CSV (RFC 4180, UTF-8 with the byte-order mark that Excel needs), written while the rows come. A text that
 * a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
 */
export function csv({ header, rows }: Omit<Table, 'name'>, { separator = ',' }: CsvOptions = {}): Readable {
  const writer = stringify({
    delimiter: separator,
    record_delimiter: '\r\n',
    bom: true,
    escape_formulas: true,
    // A lone line break inside a cell ends the row for other programs unless it is quoted.
    quoted_match: /[\r\n]/,
    cast: { date: at => at.toISOString(), boolean: value => String(value), string: withoutLead },
  });
  return pipeline(Readable.from(withHeader(header, rows)), writer, () => undefined);
}

async function* withHeader(header: readonly string[], rows: Table['rows']): AsyncGenerator<Cell[]> {
  yield [...header];
  for await (const row of rows) yield [...row];
}

/** Spreadsheets pass over space and line breaks before a sign, so a sign after them counts too. */
function withoutLead(text: string): string {
  return /^[\s\u0000]+[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
