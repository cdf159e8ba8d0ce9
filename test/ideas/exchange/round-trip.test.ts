import { read, utils } from '@e965/xlsx';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { type SheetValue, workbook } from '../../support/tables/workbook.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

type Grid = SheetValue[][];

/** An export as Excel shows it. */
async function exported(path: string, key: string = KEYS.admin): Promise<Grid> {
  const response = await fetch(`${service.url}${path}`, {
    headers: { authorization: `Bearer ${key}`, 'accept-language': 'sv' },
  });
  const book = read(new Uint8Array(await response.arrayBuffer()), { cellDates: true, UTC: true });
  return utils.sheet_to_json<SheetValue[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null, UTC: true });
}

async function importing(mutation: string, rows: Grid, dryRun: boolean) {
  const input = { format: 'XLSX', dryRun, contentBase64: workbook({ Blad1: rows }).toString('base64') };
  const source = `mutation ($input: ImportTableInput!) { answer: ${mutation}(input: $input) { created updated unchanged
    rows { identifier changes { field before after } } rejected { identifier errors { code message } } userErrors { message } } }`;
  return (await service.as(KEYS.admin).run<any, object>(source, { input })).answer;
}

const place = (grid: Grid, header: string) => grid[0]!.indexOf(header);

/** Changes a cell in each of so many rows. */
function edited(grid: Grid, header: string, rows: readonly number[], to: (cell: SheetValue) => SheetValue): Grid {
  const at = place(grid, header);
  expect(at).toBeGreaterThanOrEqual(0);
  return grid.map((row, nth) =>
    rows.includes(nth) ? row.map((cell, column) => (column === at ? to(cell) : cell)) : row,
  );
}

const nths = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

describe('What is exported comes back', () => {
  it('as nothing new where nothing is edited, and as fifty changes where fifty cells are', async () => {
    const grid = await exported('/export/ideas.xlsx');
    const plain = await importing('importIdeas', grid, true);
    expect([plain.rejected, plain.rows, plain.unchanged]).toEqual([[], [], grid.length - 1]);

    let rows = edited(grid, 'Titel', nths(1, 12), cell => `${cell} (ny)`);
    rows = edited(rows, 'Sammanfattning', nths(6, 12), cell => `${cell} Mer.`);
    rows = edited(rows, 'Utmaning', nths(14, 12), cell => `${cell ?? 'En utmaning.'} Mer.`);
    rows = edited(rows, 'Synlighet', nths(20, 8), cell => (cell === 'alla' ? 'partner' : 'alla'));
    rows = edited(rows, 'TRL', nths(1, 6), cell => (cell === 9 ? null : 9));
    const tried = await importing('importIdeas', rows, true);
    expect(tried.rejected).toEqual([]);
    expect(tried.rows.flatMap(({ changes }: any) => changes)).toHaveLength(50);

    const done = await importing('importIdeas', rows, false);
    expect(done).toMatchObject({ rejected: [], updated: tried.rows.length, userErrors: [] });
    // The versions that it was written from are gone, and what it says stands.
    const again = await importing('importIdeas', rows, true);
    expect(again).toMatchObject({ rejected: [], rows: [], unchanged: grid.length - 1 });
    const other = await importing(
      'importIdeas',
      edited(rows, 'Titel', nths(1, 2), cell => `${cell} (nyast)`),
      true,
    );
    expect(other.rejected.map(({ errors }: any) => errors[0].code)).toEqual(['CONFLICT', 'CONFLICT']);
    const never = await importing(
      'importIdeas',
      edited(
        edited(rows, 'Version', [1], () => 99),
        'Version',
        [2],
        () => 2_147_483_648,
      ),
      true,
    );
    expect(never.rejected.map(({ errors }: any) => errors[0].message)).toEqual([
      expect.stringContaining('Version 99 har aldrig funnits, den är nu '),
      expect.stringContaining('ersion 2147483648 har aldrig funnits'),
    ]);
  });

  it('for partners too', async () => {
    const grid = await exported('/export/partners.xlsx');
    const plain = await importing('importPartners', grid, true);
    expect([plain.rejected, plain.rows, plain.unchanged]).toEqual([[], [], grid.length - 1]);
    let rows = edited(grid, 'Namn', nths(1, 3), cell => `${cell} AB`);
    rows = edited(rows, 'Webbplats', nths(2, 4), cell => (cell === null ? 'https://ny.example' : null));
    rows = edited(rows, 'Beskrivning på svenska', nths(3, 4), cell => `${cell ?? ''} Mer.`);
    const tried = await importing('importPartners', rows, false);
    expect(tried.rejected).toEqual([]);
    expect(tried.rows.flatMap(({ changes }: any) => changes)).toHaveLength(11);
    const again = await importing('importPartners', rows, true);
    expect(again).toMatchObject({ rejected: [], rows: [], unchanged: grid.length - 1 });
    const other = await importing(
      'importPartners',
      edited(rows, 'Namn', nths(1, 2), cell => `${cell} (nyast)`),
      true,
    );
    expect(other.rejected.map(({ errors }: any) => errors[0].code)).toEqual(['CONFLICT', 'CONFLICT']);
    const never = await importing(
      'importPartners',
      edited(rows, 'Version', [1], () => 99),
      true,
    );
    expect(never.rejected[0].errors[0].message).toContain('har aldrig funnits');
  });

  it('says no version to those who may not change a row, nor of the past', async () => {
    const own = await exported('/export/ideas.xlsx', KEYS.partner);
    const versions = own.slice(1).map(row => row[place(own, 'Version')]);
    expect(versions.filter(version => version === null).length).toBeGreaterThan(0);
    expect(versions.filter(version => version !== null).length).toBeGreaterThan(0);
    const past = await exported(`/export/ideas.xlsx?asOf=${new Date(Date.now() - 86_400_000).toISOString()}`);
    expect(past[0]).not.toContain('Version');
    expect((await exported('/export/partners.xlsx', KEYS.partner))[0]).not.toContain('Version');
  });
});
