import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from '../../src/shared/csv.js';
import type { Cell, Table } from '../../src/shared/table.js';

async function written(table: Omit<Table, 'name'>, options?: Parameters<typeof csv>[1]): Promise<string> {
  let text = '';
  for await (const piece of csv(table, options)) text += piece;
  return text;
}

async function oneCell(cell: Cell): Promise<string | undefined> {
  const text = await written({ header: ['x'], rows: [[cell, 'end']] });
  const rows: string[][] = parse(text.slice(1), { relax_column_count: true });
  return rows[1]![0];
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

  it('is separated by semicolons when asked', async () => {
    expect(await written({ header: ['a', 'b'], rows: [['1,5', ';']] }, { separator: ';' })).toBe(
      '\ufeffa;b\r\n1,5;";"\r\n',
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1+cmd|/C calc',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\n+1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\u0000=1',
  ])('defuses %j, which a spreadsheet would run', async text => {
    expect(await oneCell(text)).toBe(`'${text}`);
  });

  it.each(['a=1', '1+1', "'=1", 'e@example.org', '', '1-2'])('leaves %j alone', async text => {
    expect(await oneCell(text)).toBe(text);
  });

  it('gives every text back, but for the apostrophe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async text => {
        const cell = (await oneCell(text))!;
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { numRuns: 200 },
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
