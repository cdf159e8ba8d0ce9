import { read, utils } from '@e965/xlsx';
import { Temporal } from 'temporal-polyfill';
import type { Cell, Table } from '../../../src/shared/files/table.js';
import { xlsx } from '../../../src/shared/files/xlsx.js';
import * as fc from '../../support/properties.js';

async function opened(table: Table) {
  const pieces: Buffer[] = [];
  for await (const piece of xlsx(table)) pieces.push(Buffer.from(piece));
  const workbook = read(Buffer.concat(pieces), { cellDates: true, UTC: true, cellStyles: true });
  const [name] = workbook.SheetNames;
  const sheet = workbook.Sheets[name!]!;
  return { name, sheet, rows: utils.sheet_to_json<Cell[]>(sheet, { header: 1, defval: null, UTC: true }) };
}

describe('A table as XLSX', () => {
  it('is read by another program as it was written', async () => {
    const rows: Cell[][] = [
      ['Grön "omställning" & <mer>', 12.5, true, new Date('2027-01-30T23:00:00Z'), null],
      ['två\nrader', -3, false, null, '😀 åäö'],
    ];
    const { name, rows: read } = await opened({ name: 'Utlysningar', header: ['a', 'b', 'c', 'd', 'e'], rows });
    expect(name).toBe('Utlysningar');
    const [[text, number, is]] = rows as [Cell[]];
    const midnightInSweden = new Date('2027-01-31T00:00:00Z');
    expect(read).toEqual([['a', 'b', 'c', 'd', 'e'], [text, number, is, midnightInSweden, null], rows[1]]);
  });

  it('writes moments as the day and time that they are in Sweden, summer and winter', async () => {
    const midnights = fc.date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(midnights, { minLength: 1, maxLength: 20 }), async moments => {
        const days = moments.map(at => at.toISOString().slice(0, 10));
        const local = days.map(day => Temporal.PlainDate.from(day).toZonedDateTime('Europe/Stockholm'));
        const rows = local.map(({ epochMilliseconds }) => [new Date(epochMilliseconds)]);
        const { rows: read } = await opened({ name: 'x', header: ['day'], rows });
        expect(read.slice(1).map(([at]) => (at as Date).toISOString())).toEqual(
          days.map(day => `${day}T00:00:00.000Z`),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('writes exact numbers as numbers, unless a spreadsheet would round them', async () => {
    const { sheet } = await opened({
      name: 'x',
      header: ['a'],
      rows: [[{ decimal: '75354267.50' }], [{ decimal: '9999999999999999.99' }]],
    });
    expect([sheet['A2'], sheet['A3']].map(({ t, v }) => [t, v])).toEqual([
      ['n', 75354267.5],
      ['s', '9999999999999999.99'],
    ]);
  });

  it('has columns of the widths that are asked for', async () => {
    const { sheet } = await opened({ name: 'x', header: ['a', 'b'], widths: [10, 40], rows: [] });
    const [first, second] = sheet['!cols']!.map(({ width }) => width!);
    expect(first).toBeCloseTo(10, 0);
    expect(second).toBeCloseTo(40, 0);
  });

  it('keeps a formula as text', async () => {
    const { sheet } = await opened({
      name: 'x',
      header: ['a'],
      rows: [['=HYPERLINK("http://x")'], ['+1'], ['@SUM(A1)']],
    });
    expect([sheet['A2'], sheet['A3'], sheet['A4']].map(cell => [cell.t, cell.f, cell.v])).toEqual([
      ['s', undefined, '=HYPERLINK("http://x")'],
      ['s', undefined, '+1'],
      ['s', undefined, '@SUM(A1)'],
    ]);
  });

  it('holds texts that XML cannot, and cuts those longer than a cell', async () => {
    const { rows } = await opened({
      name: 'x',
      header: ['a'],
      rows: [['a\u0000b\ud800c\uffff'], ['x'.repeat(40_000)]],
    });
    expect(rows[1]).toEqual(['ab\ufffdc']);
    expect((rows[2]![0] as string).length).toBe(32_767);
  });

  it('bears any name for its sheet', async () => {
    expect(
      (await opened({ name: 'Idéer [alla]: 2026/2027 * med ett mycket långt namn', header: ['a'], rows: [] })).name,
    ).toHaveLength(31);
  });

  it('is written while the rows come: reading stops the source', async () => {
    let given = 0;
    async function* rows() {
      for (; given < 1_000_000; given++) yield [`row ${given} ${Math.sin(given)}`];
    }
    for await (const piece of xlsx({ name: 'n', header: ['n'], rows: rows() })) if (piece && given > 1_000) break;
    expect(given).toBeLessThan(200_000);
  });

  it('fails when its source fails', async () => {
    async function* rows() {
      yield ['a'];
      throw new Error('the database went away');
    }
    await expect(opened({ name: 'n', header: ['n'], rows: rows() })).rejects.toThrow('the database went away');
  });
});
