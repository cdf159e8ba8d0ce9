import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { defused } from './formulas.js';
import { SWEDEN, wallClockIn } from '../time/local-time.js';
import type { Cell, Decimal, Table, TextOfMoments } from './table.js';

/** How a table is written. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimalSign: '.' | ',';
  readonly moment: (at: Date) => string;
}

/** RFC 4180, for programs: commas between cells, decimal points, moments in UTC. */
export const RFC_4180: CsvDialect = { separator: ',', decimalSign: '.', moment: at => at.toISOString() };

/** What Excel opens as columns where commas are decimal, with moments as they are in Sweden. */
export const EXCEL_SV: CsvDialect = {
  separator: ';',
  decimalSign: ',',
  // 2027-02-15 14:00:00; people read no parts of a second.
  moment: at => wallClockIn(SWEDEN, at).toISOString().replace('T', ' ').slice(0, 19),
};

/** Quoted whenever a program of another dialect would end the cell or the row. */
const QUOTED = /[,;|\t\r\n"]/;

/**
 * The table as CSV (UTF-8 with the byte-order mark that Excel needs), written while the rows come. Texts that a spreadsheet
 * would run as formulas are defused, whichever sign it separates by.
 */
export function csv({ header, rows }: Pick<Table, 'header' | 'rows'>, dialect: CsvDialect = RFC_4180): Readable {
  const decimal = (number: string) => number.replace('.', dialect.decimalSign);
  const writer = stringify({
    delimiter: dialect.separator,
    record_delimiter: '\r\n',
    bom: true,
    quoted_match: QUOTED,
    cast: {
      date: dialect.moment,
      boolean: String,
      number: number => decimal(String(number)),
      object: (cell: object) => {
        const content = cell as Decimal | TextOfMoments;
        return 'decimal' in content ? decimal(content.decimal) : defused(content.writtenWith(dialect.moment));
      },
      string: defused,
    },
  });
  return pipeline(Readable.from(withHeader(header, rows)), writer, () => undefined);
}

async function* withHeader(header: readonly string[], rows: Table['rows']): AsyncGenerator<Cell[]> {
  yield [...header];
  for await (const row of rows) yield [...row];
}
