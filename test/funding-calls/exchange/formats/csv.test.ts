import { readCalls } from '../../../../src/funding-calls/exchange/read-calls.js';
import {
  allOf,
  bytesOf,
  draftOf,
  draftsIn,
  faultsIn,
  notesOf,
  rowsOf,
  skippedIn,
} from '../../../support/calls/calls-from.js';

const HEADER = 'Identifierare;Titel;Finansiär;Sista dag;Budget;Valuta';
const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
const ROW = 'ERUF-1;Grön omställning;Tillväxtverket;2027-02-15 14:00;75 354 267;SEK';

/** The draft of a table with these columns and one row. */
const cells = (columns: Record<string, string>) => {
  const all = { Identifierare: 'ERUF-1', Titel: 'Grön omställning', Finansiär: 'Tillväxtverket', ...columns };
  const quoted = (values: string[]) => values.map(value => `"${value.replaceAll('"', '""')}"`).join(';');
  return `${quoted(Object.keys(all))}\n${quoted(Object.values(all))}\n`;
};

const faultOf = async (columns: Record<string, string>) => {
  const [refused] = faultsIn(await rowsOf('CSV', cells(columns)));
  return refused?.faults[0];
};

describe('A table of calls', () => {
  it('reads a whole row field by field', async () => {
    const draft = await draftOf(
      'CSV',
      cells({
        'Engelsk titel': 'Green transition',
        Sammanfattning: 'Stöd till omställning.',
        'Summary (en)': 'Support for transition.',
        Program: 'ERUF Skåne-Blekinge',
        Länk: 'https://example.org/eruf',
        Modell: 'två steg',
        Öppnar: '2026-12-01',
        'Sista dagar': '2027-02-15 14:00 Skiss | 2027-09-15 14:00 Ansökan',
        Budget: '75 354 267',
        Valuta: 'SEK',
        'Minsta bidrag': '1 000 000,50 kr',
        'Största bidrag': '5,000,000.00',
        Stödnivå: '40%',
        'Minst antal partner': '3',
        'Minst antal länder': '1',
        Länder: 'SE, EL, UK',
        'Krävda sektorer': 'akademi, SME; PUBLIC',
        TRL: '4–7',
        Fokusområden: 'smart-industri, tech.digitalisering',
        Miljömål: 'CIRCULAR_ECONOMY; vatten och marina resurser',
      }),
    );
    const { notes, ...rest } = draft;
    expect(rest).toEqual({
      identifier: 'ERUF-1',
      title: { sv: 'Grön omställning', en: 'Green transition' },
      summary: { sv: 'Stöd till omställning.', en: 'Support for transition.' },
      programme: 'ERUF Skåne-Blekinge',
      funder: 'Tillväxtverket',
      url: 'https://example.org/eruf',
      deadlineModel: 'TWO_STAGE',
      opensAt: new Date('2026-11-30T23:00:00Z'),
      deadlines: [
        { at: new Date('2027-02-15T13:00:00Z'), label: 'Skiss' },
        { at: new Date('2027-09-15T12:00:00Z'), label: 'Ansökan' },
      ],
      budget: { amount: '75354267.00', currency: 'SEK' },
      grantMin: { amount: '1000000.50', currency: 'SEK' },
      grantMax: { amount: '5000000.00', currency: 'SEK' },
      fundingRate: 40,
      minPartners: 3,
      minCountries: 1,
      countries: ['SE', 'GR', 'GB'],
      requiredSectors: ['ACADEMIA', 'BUSINESS_SME', 'PUBLIC'],
      trlMin: 4,
      trlMax: 7,
      focusAreas: ['smart-industri', 'tech.digitalisering'],
      environmentalObjectives: ['CIRCULAR_ECONOMY', 'WATER_AND_MARINE_RESOURCES'],
      source: { system: 'CSV', externalId: 'ERUF-1' },
      assumed: ['opensAt.time'],
      zone: 'Europe/Stockholm',
    });
    expect(notes.map(({ en }) => en)).toEqual(['Countries that may apply: SE, GR, GB.']);
  });

  it.each([
    ['semicolon', ';'],
    ['comma', ','],
    ['tab', '\t'],
  ])('is the same with %s between the cells, and with English headers', async (_, separator) => {
    const english = ['identifier', 'title', 'funder', 'deadline', 'budget', 'currency'].join(separator);
    const text = `${english}\n${ROW.replaceAll(';', separator)}\n`;
    const inEnglish = await draftOf('CSV', text);
    expect({ ...inEnglish, notes: [] }).toEqual({ ...(await draftOf('CSV', table(ROW))), notes: [] });
    expect(notesOf(inEnglish)).toBe('Programme is missing; the funder stands as the programme.');
  });

  it.each([
    ['UTF-8 without a byte-order mark', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16, little-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a byte-order mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('reads %s, in pieces of any size', async (_, encode) => {
    const expected = await rowsOf('CSV', table(ROW));
    for (const size of [1, 2, 7, 10_000]) {
      expect(await allOf(readCalls('CSV', bytesOf(encode(table(ROW)), size)))).toEqual(expected);
    }
  });

  it('chooses Windows-1252 even when the first letter that tells comes late', async () => {
    const rows = Array.from({ length: 500 }, (_, place) => `A-${place};Title;Funder;2027-02-15;1;SEK`);
    const text = Buffer.from(table(...rows, ROW), 'latin1').subarray(HEADER.length);
    const plainHeader = Buffer.from('identifier;title;funder;deadline;budget;currency');
    const drafts = draftsIn(await allOf(readCalls('CSV', bytesOf(Buffer.concat([plainHeader, text]), 100))));
    expect(drafts.at(-1)!.draft.title.sv).toBe('Grön omställning');
  });

  it('says so when the encoding changes on the way', async () => {
    const mixed = Buffer.concat([Buffer.from(`${table(ROW)}\n`), Buffer.from('B-2;Grön;Y;;;\n', 'latin1')]);
    const rows = await allOf(readCalls('CSV', bytesOf(mixed, 50)));
    expect(faultsIn(rows)[0]).toMatchObject({
      faults: [{ message: { en: expect.stringContaining('Save the file as UTF-8') } }],
    });
  });

  it.each([
    ['75 354 267', '75354267.00'],
    ['75\u00a0354\u00a0267', '75354267.00'],
    ['75\u202f354\u202f267', '75354267.00'],
    ['75.354.267', '75354267.00'],
    ['75,354,267', '75354267.00'],
    ['1250000,5', '1250000.50'],
    ['1250000.50', '1250000.50'],
    ['1.250.000,50', '1250000.50'],
    ['1 250 000 kr', '1250000.00'],
    ['SEK 1250000', '1250000.00'],
  ])('reads the amount %s', async (Budget, amount) => {
    expect((await draftOf('CSV', cells({ Budget }))).budget).toEqual({ amount, currency: 'SEK' });
  });

  it.each(['75,354', '75.354', 'tio miljoner', '-5', '1e9', '10 DSEK', '5 10', '1234.5678', '=1+1'])(
    'refuses the amount %s',
    async Budget => {
      expect(await faultOf({ Budget })).toMatchObject({ code: 'INVALID', path: ['Budget'] });
    },
  );

  it('takes the currency beside an amount before the column', async () => {
    const draft = await draftOf('CSV', cells({ Budget: '5 000 000 EUR', Valuta: 'SEK' }));
    expect(draft.budget).toEqual({ amount: '5000000.00', currency: 'EUR' });
  });

  it('assumes kronor without a currency, and says so', async () => {
    expect(notesOf(await draftOf('CSV', cells({ Budget: '5' })))).toContain('SEK is assumed');
  });

  it.each([
    ['40%', 40],
    ['40 %', 40],
    ['40', 40],
    ['0.4', 40],
    ['0,4', 40],
    ['0,375', 37.5],
    ['62,5 %', 62.5],
    ['1%', 1],
  ])('reads the funding rate %s as %d percent', async (Stödnivå, percent) => {
    expect((await draftOf('CSV', cells({ Stödnivå }))).fundingRate).toBe(percent);
  });

  it('refuses a funding rate above a hundred percent', async () => {
    expect(await faultOf({ Stödnivå: '140%' })).toMatchObject({ path: ['Stödnivå'] });
  });

  it.each([
    ['2027-02-15', '2027-02-15T22:59:59.000Z'],
    ['2027-07-15', '2027-07-15T21:59:59.000Z'],
    ['2027-02-15 14:00', '2027-02-15T13:00:00.000Z'],
    ['2027-02-15T14:00:00+01:00', '2027-02-15T13:00:00.000Z'],
    ['15/02/2027', '2027-02-15T22:59:59.000Z'],
    ['15.2.2027 kl 14.00', '2027-02-15T13:00:00.000Z'],
  ])('reads the deadline %s', async (deadline, at) => {
    const draft = await draftOf('CSV', cells({ 'Sista dag': deadline }));
    expect(draft.deadlines.map(found => found.at.toISOString())).toEqual([at]);
  });

  it.each([
    '31/02',
    '31/02/2027',
    '2027-02-30',
    '02/17/2027',
    '46430.5.2027',
    'våren 2027',
    '2027-02-15 25:00',
    '2027-02-300',
  ])('names the row and the column of the impossible date %s', async deadline => {
    const rows = await rowsOf('CSV', table(ROW, `B-2;Titel;Finansiär;${deadline};;`));
    expect(faultsIn(rows)).toMatchObject([
      { row: 3, identifier: 'B-2', faults: [{ code: 'INVALID', path: ['Sista dag'] }] },
    ]);
    expect(faultsIn(rows)[0]!.faults[0]!.message.sv).toContain(deadline);
  });

  it('reads several deadline columns, and says which model it took', async () => {
    const draft = await draftOf('CSV', cells({ 'Sista dag 1': '2027-02-15', 'Sista dag 2': '2027-09-15' }));
    expect([draft.deadlineModel, draft.deadlines.length]).toEqual(['MULTIPLE_CUT_OFF', 2]);
    expect(notesOf(draft)).toContain('read as multiple cut-off');
  });

  it('names everything that is wrong with a row at once', async () => {
    const [refused] = faultsIn(
      await rowsOf(
        'CSV',
        cells({
          Titel: '',
          Länk: 'example.org',
          Modell: 'kanske',
          Valuta: 'DALER',
          'Minst antal partner': 'tre',
          Länder: 'SE, XX',
          'Krävda sektorer': 'alla',
          TRL: 'hög',
          Miljömål: 'fred',
        }),
      ),
    );
    expect(refused!.faults.map(({ path }) => path![0])).toEqual([
      'Länk',
      'TRL',
      'Minst antal partner',
      'Krävda sektorer',
      'Miljömål',
      'Valuta',
      'Modell',
      'Länder',
      'Titel',
    ]);
  });

  it.each([
    ['Lägsta TRL', '0'],
    ['Minst antal partner', '0'],
    ['Minst antal länder', '1000'],
  ])('refuses %s %s by the rules of a call', async (column, value) => {
    expect(await faultOf({ [column]: value })).toMatchObject({ path: [column] });
  });

  it('counts rows as a spreadsheet does, with blank rows and line breaks inside cells', async () => {
    const rows = await rowsOf('CSV', table('A-1;"Två\nrader";F;;;', '', ';;;;;', 'A-2;T;F;31/02/2027;;'));
    expect([draftsIn(rows).map(({ row }) => row), faultsIn(rows).map(({ row }) => row)]).toEqual([[2], [5]]);
    expect(draftsIn(rows)[0]!.draft.title.sv).toBe('Två rader');
  });

  it("reads Excel's line about the separator", async () => {
    expect(await draftOf('CSV', `sep=;\r\n${table(ROW)}`)).toEqual(await draftOf('CSV', table(ROW)));
  });

  it('says which columns are missing', async () => {
    const rows = await rowsOf('CSV', 'Namn;Budget\nA;1\n');
    expect(rows).toMatchObject([
      { row: 1, faults: [{ path: ['Identifier'] }, { path: ['Title in Swedish'] }, { path: ['Funder'] }] },
    ]);
  });

  it('refuses two columns that mean the same', async () => {
    const rows = await rowsOf('CSV', 'Identifierare;ID;Titel;Finansiär\nA;B;T;F\n');
    expect(faultsIn(rows)[0]!.faults[0]!.message.en).toBe('The columns Identifierare and ID mean the same.');
  });

  it('names a column that it does not know, once', async () => {
    const text = `${HEADER};Färg\n${ROW};grön\nB-2;T;F;;;;blå\n`;
    expect(skippedIn(await rowsOf('CSV', text))).toMatchObject([
      { row: 1, skipped: { en: 'Columns that are not known and not read: Färg.' } },
    ]);
  });

  it('names a row that is cut short, and keeps the rows before it', async () => {
    const rows = await rowsOf('CSV', table(ROW, 'B-2;Titel;Fina'));
    expect([draftsIn(rows).map(({ row }) => row), faultsIn(rows)]).toEqual([
      [2],
      [expect.objectContaining({ row: 3 })],
    ]);
  });

  it('names the row whose quotation mark never closes', async () => {
    const rows = await rowsOf('CSV', table(ROW, 'B-2;"Titel;F;;;', 'C-3;T;F;;;'));
    expect([draftsIn(rows).map(({ row }) => row), faultsIn(rows)]).toEqual([
      [2],
      [expect.objectContaining({ row: 3 })],
    ]);
  });

  it('says so when the file is empty', async () => {
    expect(await rowsOf('CSV', '')).toMatchObject([{ row: 0, faults: [{ message: { en: 'The file is empty.' } }] }]);
  });

  it('keeps formulas as text, since only a spreadsheet would run them', async () => {
    expect((await draftOf('CSV', cells({ Titel: '=HYPERLINK("http://x")' }))).title.sv).toBe('=HYPERLINK("http://x")');
  });
});
