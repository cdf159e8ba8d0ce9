import { parse } from 'csv-parse/sync';
import { csv, EXCEL_SV, RFC_4180 } from '../../../src/shared/files/csv.js';
import { takenBack } from '../../../src/shared/files/formulas.js';
import type { Cell, Table } from '../../../src/shared/files/table.js';
import * as fc from '../../support/properties.js';

async function written(table: Pick<Table, 'header' | 'rows'>, dialect = RFC_4180): Promise<string> {
  let text = '';
  for await (const piece of csv(table, dialect)) text += piece;
  return text;
}

async function oneCell(cell: Cell): Promise<string | undefined> {
  const text = await written({ header: ['x'], rows: [[cell, 'end']] });
  const rows: string[][] = parse(text.slice(1), { relax_column_count: true });
  return rows[1]![0];
}

/** As a program reads that takes a quote for a letter inside a cell, and the file's end for the end of a quoted one. */
function readBy(delimiter: string, text: string): string[][] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true };
  try {
    return parse(text, options);
  } catch (error) {
    expect(error).toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' });
    return parse(`${text}"`, options);
  }
}

describe('A table as CSV', () => {
  it('is what RFC 4180 says, with the mark that Excel needs for UTF-8', async () => {
    const rows: Cell[][] = [
      ['Grön; "omställning"', 12.5, true, new Date('2027-01-01T00:00:00Z'), null],
      ['två\nrader', -3, false, null, 'a,b'],
    ];
    expect(await written({ header: ['a', 'b', 'c', 'd', 'e'], rows })).toBe(
      '\ufeffa,b,c,d,e\r\n"Grön; ""omställning""",12.5,true,2027-01-01T00:00:00.000Z,\r\n"två\nrader",-3,false,,"a,b"\r\n',
    );
  });

  it('has semicolons, decimal commas and Swedish times for Swedish Excel', async () => {
    const rows: Cell[][] = [['1,5', ';', 12.5, { decimal: '75354267.50' }, new Date('2027-02-14T23:00:00Z')]];
    expect(await written({ header: ['a', 'b', 'c', 'd', 'e'], rows }, EXCEL_SV)).toBe(
      '\ufeffa;b;c;d;e\r\n"1,5";";";"12,5";"75354267,50";2027-02-15 00:00:00\r\n',
    );
  });

  it('keeps parts of a second for programs, and leaves them out for people', async () => {
    const rows = [[new Date('2027-07-14T22:00:00.25Z')]];
    expect(await written({ header: ['a'], rows })).toBe('\ufeffa\r\n2027-07-14T22:00:00.250Z\r\n');
    expect(await written({ header: ['a'], rows }, EXCEL_SV)).toBe('\ufeffa\r\n2027-07-15 00:00:00\r\n');
  });

  it('writes exact numbers as they are', async () => {
    expect(await oneCell({ decimal: '9999999999999999.99' })).toBe('9999999999999999.99');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+cmd|/C calc', "'-1+cmd|/C calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    [' =1', "' =1"],
    ['\n+1', "\n'+1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠1', "'＠1"],
    ['\u0000=1', "'\u0000=1"],
    ["x;=cmd|'/C calc'!A0;y", "x;'=cmd|'/C calc'!A0;y"],
    ['x, -1', "x,' -1"],
    ['x;"=1"', 'x;\'"=1"'],
    ["'=1", "''=1"],
  ])('defuses %j, which a spreadsheet of some dialect would run', async (text, safe) => {
    expect(await oneCell(text)).toBe(safe);
    expect(takenBack(safe)).toBe(text);
  });

  it.each(['a=1', '1+1', 'e@example.org', '', '1-2', "it's; 'so'", 'a, b; c'])('leaves %j alone', async text => {
    expect(await oneCell(text)).toBe(text);
  });

  const signs = fc.constantFrom(...'=+-@＝;,|\t\r\n"\' \u0000ax1');
  const anyText = fc.oneof(fc.string({ unit: signs, maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 30 }));

  it('gives every text back', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        expect(takenBack((await oneCell(text))!)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['RFC 4180', RFC_4180],
    ['Swedish Excel', EXCEL_SV],
  ])('has no formula for a reader by comma, semicolon or tab, whatever its texts: %s', async (_name, dialect) => {
    const row = fc.tuple(anyText, anyText, fc.integer(), anyText);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 3 }), async rows => {
        const text = (await written({ header: ['a', 'b', 'c', 'd'], rows }, dialect)).slice(1);
        for (const delimiter of [',', ';', '\t']) {
          const runnable = readBy(delimiter, text)
            .flat()
            // Who takes a cell's last quote for a first one begins a cell with the end of our row.
            .map(cell => cell.replace(/^(?:\r\n)+/, ''))
            .filter(cell => /^[\s\u0000]*[=+\-@＝]|^[\t\r]/.test(cell));
          expect(runnable.filter(cell => !/^-?\d+$/.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('defuses the header too', async () => {
    expect(await written({ header: ['=1'], rows: [] })).toBe("\ufeff'=1\r\n");
  });

  it('is written while the rows come: reading stops the source', async () => {
    let given = 0;
    async function* rows() {
      for (; given < 1_000_000; given++) yield [given];
    }
    const stream = csv({ header: ['n'], rows: rows() });
    for await (const piece of stream) if (String(piece).length > 0 && given > 10) break;
    expect(given).toBeLessThan(100_000);
  });

  it('fails when its source fails', async () => {
    async function* rows() {
      yield ['a'];
      throw new Error('the database went away');
    }
    await expect(written({ header: ['n'], rows: rows() })).rejects.toThrow('the database went away');
  });
});
