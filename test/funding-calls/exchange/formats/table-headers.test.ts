import { COLUMNS } from '../../../../src/funding-calls/exchange/formats/csv/csv-columns.js';
import { LIMITS } from '../../../../src/funding-calls/exchange/source/source-limits.js';
import { headerOf } from '../../../../src/tables/header.js';
import { draftOf, draftsIn, faultsIn, notesOf, rowsOf, skippedIn } from '../../../support/calls/calls-from.js';
import { processorTime } from '../../../support/processor-time.js';

const BASE = { Identifierare: 'X-1', Titel: 'Hav', Program: 'P', Finansiär: 'F' };
const table = (columns: Record<string, string>) =>
  `${Object.keys(columns).join(';')}\n${Object.values(columns).join(';')}\n`;

describe('The headers of a table', () => {
  it.each([
    ['Slutdatum', 'deadlines'],
    ['Sista ansökningsdatum', 'deadlines'],
    ['Ansök senast', 'deadlines'],
    ['ANSÖK_SENAST:', 'deadlines'],
    ['Sista ansökningsdag ', 'deadlines'],
    ['Deadline 2', 'deadlines'],
    ['closingDate', 'deadlines'],
    ['So\u0308k senast', 'deadlines'],
    ['Dnr', 'identifier'],
    ['Dnr.', 'identifier'],
    ['Utlysnings-ID', 'identifier'],
    ['Utlysning', 'titleSv'],
    ['Titel [en]', 'titleEn'],
    ['Maxbelopp', 'grantMax'],
    ['Budget (mkr)', 'budget'],
    ['Belopp, tkr', 'budget'],
    ['Budget i miljoner kronor', 'budget'],
    ['Minsta bidrag [EUR]', 'grantMin'],
    ['Stödnivå (%)', 'fundingRate'],
    ['deadlineModel', 'deadlineModel'],
    ['\ufeffTitel', 'titleSv'],
  ])('%j is %s', (header, field) => {
    expect(COLUMNS.meaningOf(header)?.column.field).toBe(field);
  });

  it.each(['Färg', 'constructor', '__proto__', 'toString', 'Titel (mkr)', 'Deadline (EUR)', 'mkr', ''])(
    '%j means nothing',
    header => {
      expect(COLUMNS.meaningOf(header)).toBeUndefined();
    },
  );

  it('say the unit of their amounts, and what was read is noted', async () => {
    const draft = await draftOf(
      'CSV',
      table({ ...BASE, 'Sista dag': '2035-02-15 14:00', 'Budget (mkr)': '8,5', 'Maxbelopp, tkr': '500' }),
    );
    expect([draft.budget, draft.grantMax]).toEqual([
      { amount: '8500000.00', currency: 'SEK' },
      { amount: '500000.00', currency: 'SEK' },
    ]);
    expect(notesOf(draft)).toBe(
      'Budget (mkr): "8,5" is read as 8500000.00 SEK.\nMaxbelopp, tkr: "500" is read as 500000.00 SEK.',
    );
  });

  it('may give each amount a currency of its own', async () => {
    const columns = {
      Budget: '5',
      'Valuta för budget': 'euro',
      'Största bidrag': '4 kr',
      Valuta: 'DKK',
      'Minsta bidrag': '1',
    };
    const { budget, grantMin, grantMax } = await draftOf('CSV', table({ ...BASE, ...columns, 'Största bidrag': '4' }));
    expect([budget?.currency, grantMin?.currency, grantMax?.currency]).toEqual(['EUR', 'DKK', 'DKK']);
  });

  it('count by their own name where another is only close to it', async () => {
    const text = table({ ...BASE, Utlysning: 'Omgång 3', 'Sista dag': '2035-02-15 14:00', Slutdatum: '2036-12-31' });
    const rows = await rowsOf('CSV', text);
    const [{ draft }] = draftsIn(rows) as [ReturnType<typeof draftsIn>[number]];
    expect([draft.title.sv, draft.deadlines.length]).toEqual(['Hav', 1]);
    expect(skippedIn(rows)).toMatchObject([
      { skipped: { en: 'Columns that are not known and not read: Utlysning, Slutdatum.' } },
    ]);
  });

  it('that hold dates and mean nothing are asked about, with the cell', async () => {
    const [draft] = draftsIn(await rowsOf('CSV', table({ ...BASE, Stopptid: '15 mars 2035', Nummer: '49355' })));
    const asked = draft!.draft.notes.filter(({ sv }) => sv.includes('men den har datum'));
    expect(asked).toEqual([
      {
        sv: 'Kolumnen ”Stopptid” känns inte igen och läses inte, men den har datum: ”15 mars 2035”. Döp om den till Öppnar eller Sista ansökningsdag om det är vad den är.',
        en: 'The column "Stopptid" is not known and not read, but it has dates: "15 mars 2035". Rename it Opens or Deadline if that is what it is.',
      },
    ]);
  });

  it('are asked about once where the rows have their deadlines, and in each row that has none', async () => {
    const rows = ['A;T;P;F;2035-02-15;2035-04-01', 'B;T;P;F;2035-02-15;2035-04-01', 'C;T;P;F;;2035-04-01'];
    const text = `Identifierare;Titel;Program;Finansiär;Sista dag;Beslut\n${rows.join('\n')}\n`;
    const drafts = draftsIn(await rowsOf('CSV', text));
    expect(drafts.map(({ draft }) => notesOf(draft).includes('"Beslut"'))).toEqual([true, false, true]);
  });

  it('name what is missing in the language of the table', async () => {
    const [swedish] = faultsIn(await rowsOf('CSV', 'Titel;Sista dag\nHav;2035-02-15\n'));
    expect(swedish!.faults.map(({ path, message }) => [path![0], message.sv])).toEqual([
      ['Beteckning', 'Kolumnen Beteckning saknas.'],
      ['Finansiär', 'Kolumnen Finansiär saknas.'],
    ]);
  });

  it.each([
    ['the same', Array.from({ length: 50_000 }, () => 'Deadline')],
    ['unknown', Array.from({ length: 50_000 }, (_, place) => `x${place}`)],
  ])('are not compared when there are too many, all %s', async (_, headers) => {
    const worked = processorTime();
    const header = headerOf(COLUMNS, headers, LIMITS.columns);
    expect(worked()).toBeLessThan(100);
    expect(header).toEqual({ fault: { sv: 'Högst 200 kolumner.', en: 'At most 200 columns.' } });
    expect(faultsIn(await rowsOf('CSV', `${headers.slice(0, 5_000).join(';')}\nA;B\n`))).toMatchObject([{ row: 1 }]);
  });

  it('are looked at for some hundred characters each, and told with fewer', () => {
    const long = Buffer.alloc(1_000_000, 'Aa-').toString();
    const worked = processorTime();
    const header = headerOf(
      COLUMNS,
      Array.from({ length: 200 }, () => long),
      LIMITS.columns,
    );
    expect(worked()).toBeLessThan(500);
    expect('names' in header && header.names.every(name => name.length <= 120)).toBe(true);
  });
});

describe('A date column', () => {
  it.each([
    [{ 'Sista dag': 'löpande' }],
    [{ 'Sista dag': 'Lo\u0308pande' }],
    [{ Deadline: 'Continuous' }],
    [{ Öppnar: 'löpande' }],
    [{ 'Sista dag': 'löpande', Modell: 'löpande' }],
  ])('that says löpande gives the model: %j', async columns => {
    const draft = await draftOf('CSV', table({ ...BASE, ...columns }));
    expect([draft.deadlineModel, draft.deadlines, draft.opensAt, draft.assumed]).toEqual([
      'CONTINUOUS',
      [],
      undefined,
      undefined,
    ]);
  });

  it.each([
    [{ 'Sista dag 1': 'löpande', 'Sista dag 2': '2035-02-15' }, 'Sista dag 1'],
    [{ 'Sista dag': 'löpande', Modell: 'ett steg' }, 'Sista dag'],
    [{ 'Sista dag': 'löpande | 2035-02-15' }, 'Sista dag'],
    [{ Öppnar: '2035-02-15 till 2035-03-01' }, 'Öppnar'],
    [{ Öppnar: '2035-02-15 och 2035-03-01' }, 'Öppnar'],
    [{ Öppnar: '2035-02-15 14:00 Skiss' }, 'Öppnar'],
  ])('that contradicts itself refuses the row: %j', async (columns, path) => {
    const [refused] = faultsIn(await rowsOf('CSV', table({ ...BASE, ...columns })));
    expect(refused!.faults[0]!.path).toEqual([path]);
  });

  it('tells of a moment that stands twice', async () => {
    const cell = '2035-02-15 14:00 Skiss | 2035-02-15 14:00 Ansökan';
    expect(notesOf(await draftOf('CSV', table({ ...BASE, 'Sista dag': cell })))).toContain('it counts once');
  });
});
