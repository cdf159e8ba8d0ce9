import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { type SheetValue, workbook } from '../../support/tables/workbook.js';

let service: Service;
/** What some of the ideas aim at. */
let call: string;
beforeAll(async () => {
  service = await startService();
  call = (await new Make(service.database).call()).identifier;
}, 60_000);
afterAll(() => service.stop());

const REPORT = `created unchanged rejected { row errors { path message } } leftOut { row } userErrors { message }`;

async function importing(what: 'importIdeas' | 'importPartners', sheet: string, rows: SheetValue[][], dryRun = false) {
  const input = { format: 'XLSX', contentBase64: workbook({ [sheet]: rows }).toString('base64'), dryRun };
  const document = `mutation ($input: ImportTableInput!) { report: ${what}(input: $input) { ${REPORT} } }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).report;
}

const SECTORS = ['Kommun', 'Stort företag', 'SMF', 'Akademi', 'Ideell förening'];
const PARTNERS = Array.from({ length: 80 }, (_, n) => `Prövaktör ${String.fromCharCode(65 + (n % 26))}${n}`);
const partnersSheet = (): SheetValue[][] => [
  ['Aktörsregister Blekinge', null, null],
  ['Uppdaterad 2026-11-02, K. Andersson', null, null],
  [null, null, null],
  ['Organisation', 'Sektor', 'Land'],
  ...PARTNERS.map((name, n) => [name, n === 7 ? 'Komun' : SECTORS[n % SECTORS.length]!, 'Sverige']),
  [null, null, null],
  ['OBS! Uppgifterna är inte granskade.', null, null],
];

const HEADER = [
  ...['Titel', 'Sammanfattning', 'Ägare', 'Partner', 'Fokusområde', 'Miljömål', 'TRL', 'Steg', 'I steget sedan'],
  ...['Utlysning', 'Ansökan'],
];
const DAYS: ((n: number) => SheetValue)[] = [
  n => new Date(Date.UTC(2025, n % 12, 1 + (n % 28))),
  n => `2025-${String(1 + (n % 12)).padStart(2, '0')}-15`,
  n => `${1 + (n % 28)} mars 2025`,
];

function ideaRow(n: number): SheetValue[] {
  const [owner, member] = [PARTNERS[n % 80]!, PARTNERS[(n * 7 + 3) % 80]!];
  const stage = ['Koncept', 'konsortium', 'Konsortium'][n % 3]!;
  return [
    `Officersidé ${n}`,
    `Vad idé ${n} går ut på, i en mening som är lång nog.`,
    n === 11 ? owner.replace('Prövaktör', 'Prövaktor') + 'x' : owner,
    member === owner ? null : `${member} (stödmottagare, undertecknad)`,
    n % 2 === 0 ? 'Tech' : 'smart-industri',
    n === 23 ? 'Cirkulär ekonmi' : 'Cirkulär ekonomi',
    n % 5 === 0 ? null : 1 + (n % 9),
    stage,
    DAYS[n % 3]!(n),
    n % 10 === 0 ? call : null,
    n % 10 === 0 ? 'utkast' : null,
  ];
}

const ideasSheet = (rows: SheetValue[][]): SheetValue[][] => [
  ['Idélista Kickstart S3', ...HEADER.slice(1).map(() => null)],
  HEADER.map(() => null),
  HEADER,
  ...rows,
  HEADER.map(() => null),
  ['Summa: 300 idéer', ...HEADER.slice(1).map(() => null)],
];

it("a programme officer's workbook of 80 partners and 300 ideas comes in once what its report says has been mended", async () => {
  const trial = await importing('importPartners', 'Aktörer', partnersSheet(), true);
  expect(trial).toMatchObject({ created: 79, userErrors: [] });
  expect(trial.rejected).toMatchObject([{ row: 12, errors: [{ path: ['Sektor'] }] }]);
  const mended = partnersSheet().map(row => row.map(cell => (cell === 'Komun' ? 'Kommun' : cell)));
  expect(await importing('importPartners', 'Aktörer', mended)).toMatchObject({ created: 80, rejected: [] });

  const rows = Array.from({ length: 300 }, (_, n) => ideaRow(n));
  const told = await importing('importIdeas', 'Idéer', ideasSheet(rows), true);
  expect(told.created).toBe(298);
  expect(told.rejected.map(({ row, errors }: any) => [row, errors[0].path])).toEqual([
    [15, ['Ägare']],
    [27, ['Miljömål']],
  ]);
  expect(told.rejected[0].errors[0].message).toContain(PARTNERS[11]);
  expect(told.rejected[1].errors[0].message).toContain('ekonomi');
  [rows[11]![2], rows[23]![5]] = [PARTNERS[11]!, 'Cirkulär ekonomi'];
  expect(await importing('importIdeas', 'Idéer', ideasSheet(rows))).toMatchObject({ created: 300, rejected: [] });
  expect(await importing('importIdeas', 'Idéer', ideasSheet(rows))).toMatchObject({ created: 0, unchanged: 300 });

  const { ideas } = await service
    .as(KEYS.admin)
    .run<any, object>(
      '{ ideas(first: 100, filter: { text: "Officersidé", stages: [CONSORTIUM] }) { totalCount nodes { enteredStageAt transitions { to } } } }',
    );
  expect(ideas.totalCount).toBe(200);
  for (const { enteredStageAt, transitions } of ideas.nodes) {
    expect(enteredStageAt).toMatch(/^2025-/);
    expect(transitions.map(({ to }: any) => to)).toEqual(['CONCEPT', 'CONSORTIUM']);
  }
}, 120_000);
