import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { sectorOf } from '../../../src/partners/exchange/sector-words.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { STAGE_NAMES } from '../../../src/ideas/stage-names.js';
import { Stage } from '../../../src/ideas/stages.js';
import { Money } from '../../../src/shared/money.js';
import { Make } from '../../support/make/make.js';
import { insertManyIdeas } from '../../support/make/many-ideas.js';
import { Recorder } from '../../support/service/recorder.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

const recorder = new Recorder();
let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService({}, recorder.around);
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

type Row = Record<string, string>;

const get = (path: string, key?: string) =>
  fetch(`${service.url}${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {} });

async function csvRows(path: string, key?: string): Promise<Row[]> {
  const response = await get(path, key);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return parse<Row>(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true });
}

/** The rows by the API's names, which stand in the same order in the CSV. */
async function xlsxRows(path: string, key?: string): Promise<Row[]> {
  const [rows, fields] = [await sheetRows(path, key), await fieldsOf(path.replace('.xlsx', '.csv'), key)];
  return rows.slice(1).map(cells => Object.fromEntries(fields.map((field, place) => [field, cells[place]!])));
}

/** The same rows with the codes of their sectors, which people read in words. */
const withSectors = (rows: Row[]): Row[] => rows.map(row => ({ ...row, sector: sectorOf(row['sector']!) ?? '' }));

async function fieldsOf(path: string, key?: string): Promise<string[]> {
  return (await (await get(path, key)).text()).split('\r\n', 1)[0]!.split(',');
}

async function sheetRows(path: string, key?: string): Promise<string[][]> {
  const response = await get(path, key);
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  const book = read(Buffer.from(await response.arrayBuffer()), { cellDates: true });
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' });
}

/** People read the names of stages, programs their codes. */
const withStages = (rows: Row[]): Row[] =>
  rows.map(row => ({ ...row, stage: wordsOf(Stage).find(stage => STAGE_NAMES[stage].sv === row['stage'])! }));

const ASKERS: readonly [who: string, key: string | undefined][] = [
  ['anonymous', undefined],
  ['a partner', KEYS.partner],
  ['an integrator', KEYS.integrator],
  ['an administrator', KEYS.admin],
];

describe.each(ASKERS)('for %s', (_who, key) => {
  it('ideas are those that the API shows, no more and no less, in both formats', async () => {
    const { ideas } = await service
      .as(key ?? null)
      .run<any, object>(
        '{ ideas(first: 100, orderBy: { field: CODE, direction: ASC }) { nodes { code title stage owner { name } } } }',
      );
    const expected = ideas.nodes.map((idea: any) => [idea.code, idea.title, idea.stage, idea.owner.name]);
    for (const rows of [
      await csvRows('/export/ideas.csv', key),
      withStages(await xlsxRows('/export/ideas.xlsx', key)),
    ]) {
      expect(rows.map(({ code, titleSv, stage, owner }) => [code, titleSv, stage, owner])).toEqual(expected);
    }
  });

  it('calls are those that the API shows, drafts only for administrators', async () => {
    await make.call({ publishedAt: null });
    const { fundingCalls } = await service
      .as(key ?? null)
      .run<any, object>('{ fundingCalls(first: 100) { nodes { identifier status budget { amount } } } }');
    const expected = fundingCalls.nodes.map((call: any) => [call.identifier, call.status, call.budget?.amount ?? '']);
    const rows = await csvRows('/export/calls.csv', key);
    expect(rows.map(({ identifier, status, budget }) => [identifier, status, budget])).toEqual(expected);
    expect(rows.some(({ status }) => status === 'DRAFT')).toBe(key === KEYS.admin);
    expect((await xlsxRows('/export/calls.xlsx', key)).map(({ identifier }) => identifier)).toEqual(
      expected.map(([identifier]: string[]) => identifier),
    );
  });

  it('partners are those that the API shows, in both formats', async () => {
    const { partners } = await service
      .as(key ?? null)
      .run<any, object>('{ partners(first: 100) { nodes { slug name sector organisationNumber } } }');
    const expected = partners.nodes.map((one: any) => [one.slug, one.name, one.sector, one.organisationNumber ?? '']);
    const inWorkbook = await xlsxRows('/export/partners.xlsx', key);
    for (const rows of [await csvRows('/export/partners.csv', key), withSectors(inWorkbook)])
      expect(
        rows.map(({ slug, name, sector, organisationNumber }) => [slug, name, sector, organisationNumber]),
      ).toEqual(expected);
  });

  it('the pipeline is the matrix that the API shows', async () => {
    const { pipeline } = await service
      .as(key ?? null)
      .run<any, object>('{ pipeline { matrix { focusArea { code } stage count } } }');
    const expected = pipeline.matrix.map((cell: any) => [cell.focusArea.code, cell.stage, String(cell.count)]);
    for (const rows of [
      await csvRows('/export/pipeline.csv', key),
      withStages(await xlsxRows('/export/pipeline.xlsx', key)),
    ]) {
      expect(rows.map(({ focusArea, stage, ideas }) => [focusArea, stage, ideas])).toEqual(expected);
    }
  });
});

describe('what people open', () => {
  it.each([
    [
      'sv',
      ['Nummer', 'Steg', 'Läge', 'Synlighet', 'Roller', 'Uppfyllda krav'],
      /^(Koncept|Konsortium|Ansökan|Projekt)/i,
    ],
    [
      'en',
      ['Number', 'Stage', 'State', 'Visibility', 'Roles', 'Requirements met'],
      /^(Concept|Consortium|Funding|Project)/i,
    ],
  ])('says it in words, in %s, and no share by sixteen decimals', async (locale, names, stages) => {
    const [header, ...rows] = await sheetRows(`/export/ideas.xlsx?locale=${locale}`, KEYS.admin);
    const [code, stage, ...others] = names.map(name => header!.indexOf(name));
    expect([code, stage, ...others]).not.toContain(-1);
    for (const row of rows) {
      expect(row[stage!]).toMatch(stages);
      for (const place of others) expect(row[place]).not.toMatch(/[A-Z]{2,}_?[A-Z]+|\.\d{5,}/);
    }
    const text = await (await get(`/export/ideas.csv?dialect=excel-sv&locale=${locale}`, KEYS.admin)).text();
    expect(text).not.toMatch(/;(CONSORTIUM|DISCONTINUED|COORDINATOR|SIGNED);|,\d{5,};/);
  });
});

it.each([
  ['/export/calls', /(ACADEMIA|CLIMATE_|TWO_STAGE|CONTINUOUS|MULTIPLE_CUT_OFF|FORTHCOMING)/],
  ['/export/partners', /(ACADEMIA|SUPPORT_SYSTEM|BUSINESS_SME)/],
  ['/export/memberships', /(ACADEMIA|SUPPORT_SYSTEM|BUSINESS_SME)/],
])('%s says sectors, models and objectives in words for people, and in codes for programs', async (path, codes) => {
  expect(await (await get(`${path}.csv`, KEYS.admin)).text()).toMatch(codes);
  for (const locale of ['sv', 'en']) {
    const cells = (await sheetRows(`${path}.xlsx?locale=${locale}`, KEYS.admin)).flat();
    expect(cells.filter(cell => codes.test(String(cell)) && !/^DEMO/.test(String(cell)))).toEqual([]);
    const people = `${path}.csv?dialect=excel-sv&locale=${locale}`;
    expect(await (await get(people, KEYS.admin)).text()).not.toMatch(new RegExp(`[;"]${codes.source}[;"]`));
  }
});

describe('a file', () => {
  it('is asked for by focus area and by stage', async () => {
    const all = await csvRows('/export/ideas.csv', KEYS.admin);
    const counts = await Promise.all(
      wordsOf(Stage).map(async stage => (await csvRows(`/export/ideas.csv?stage=${stage}`, KEYS.admin)).length),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(all.length);
    const rows = await csvRows('/export/ideas.csv?focusArea=tech&stage=CONCEPT', KEYS.admin);
    expect(rows.length).toBeGreaterThan(0);
    for (const { focusAreas, stage } of rows) {
      expect(focusAreas!.split(' ').some(code => code.startsWith('tech'))).toBe(true);
      expect(stage).toBe('CONCEPT');
    }
  });

  it.each([
    ['ideas', 'code', 'ideas', 'text=havet', { text: 'havet' }],
    ['ideas', 'code', 'ideas', 'state=PAUSED,COMPLETED', { states: ['PAUSED', 'COMPLETED'] }],
    [
      'ideas',
      'code',
      'ideas',
      'stage=CONCEPT,PROJECT&state=ACTIVE',
      { stages: ['CONCEPT', 'PROJECT'], states: ['ACTIVE'] },
    ],
    [
      'ideas',
      'code',
      'ideas',
      'environmentalObjective=CIRCULAR_ECONOMY',
      { environmentalObjectives: ['CIRCULAR_ECONOMY'] },
    ],
    ['ideas', 'code', 'ideas', 'deadlineBefore=2100-01-01T00:00:00Z', { deadlineBefore: '2100-01-01T00:00:00Z' }],
    ['ideas', 'code', 'ideas', 'mine=true', { mine: true }],
    ['ideas', 'code', 'ideas', 'missing=CALL_TARGETED,DESCRIBED', { missing: ['CALL_TARGETED', 'DESCRIBED'] }],
    ['ideas', 'code', 'ideas', 'quietLongerThan=P30D', { quietLongerThan: 'P30D' }],
    ['ideas', 'code', 'ideas', 'inStageLongerThan=P90D', { inStageLongerThan: 'P90D' }],
    ['calls', 'identifier', 'fundingCalls', 'status=OPEN,FORTHCOMING', { statuses: ['OPEN', 'FORTHCOMING'] }],
    ['calls', 'identifier', 'fundingCalls', 'text=Vinnova', { text: 'Vinnova' }],
    [
      'calls',
      'identifier',
      'fundingCalls',
      'deadlineAfter=2020-01-01T00:00:00Z',
      { deadlineAfter: '2020-01-01T00:00:00Z' },
    ],
    [
      'partners',
      'slug',
      'partners',
      'sector=ACADEMIA,PUBLIC&country=se',
      { sectors: ['ACADEMIA', 'PUBLIC'], countries: ['SE'] },
    ],
    ['partners', 'slug', 'partners', 'text=park', { text: 'park' }],
  ])('holds what the API finds by the same: %s by %s, %s, %s', async (table, field, list, query, filter) => {
    const type = { ideas: 'IdeaFilter', calls: 'FundingCallFilter', partners: 'PartnerFilter' }[table];
    const found = await service
      .as(KEYS.partner)
      .run<any, object>(
        `query ($filter: ${type}) { ${list}(first: 100, filter: $filter) { totalCount nodes { ${field} } } }`,
        {
          filter,
        },
      );
    const rows = await csvRows(`/export/${table}.csv?${query}`, KEYS.partner);
    const all = await csvRows(`/export/${table}.csv`, KEYS.partner);
    expect(rows.map(row => row[field]).sort()).toEqual(found[list].nodes.map((node: any) => node[field]).sort());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(all.length);
  });

  it("holds a programme's ideas by its code", async () => {
    const rows = await csvRows('/export/ideas.csv?programme=FS1', KEYS.admin);
    expect(rows.map(({ code, programme }) => [code, programme])).toEqual([
      ['FS1-1', 'FS1'],
      ['FS1-2', 'FS1'],
    ]);
  });

  it("holds a partner's ideas by its slug", async () => {
    const rows = await csvRows('/export/ideas.csv?partner=techtank', KEYS.admin);
    expect(rows.length).toBeGreaterThan(0);
    for (const { owner, members } of rows) expect(`${owner}; ${members}`.split('; ')).toContain('Techtank');
  });

  it('defuses what a spreadsheet would run, and keeps other texts as they are', async () => {
    const { createPartner } = await service
      .as(KEYS.admin)
      .run<any, object>(
        `mutation { createPartner(input: { name: "=HYPERLINK(\\"http://x\\",\\"y\\")", sector: PUBLIC }) { partner { id } userErrors { message } } }`,
      );
    const idea = await make.idea({ owner: createPartner.partner, visibility: 'PUBLIC' });
    const [row] = (await csvRows('/export/ideas.csv')).filter(({ code }) => code === idea.code);
    expect(row!.owner).toBe(`'=HYPERLINK("http://x","y")`);
    const response = await get('/export/ideas.xlsx');
    const sheet = Object.values(read(Buffer.from(await response.arrayBuffer()), { cellFormula: true }).Sheets)[0]!;
    expect(Object.values(sheet).filter(cell => typeof cell === 'object' && 'f' in cell)).toEqual([]);
  });

  it('opens in Swedish or English spreadsheets with every letter in place', async () => {
    const bytes = Buffer.from(await (await get('/export/calls.csv')).arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString()).toContain('ö');
    expect(bytes.toString().split('\r\n').length).toBeGreaterThan(10);
  });

  it.each([
    ['/export/calls.xlsx', 'Beteckning', 'Sista ansökningsdag'],
    ['/export/calls.xlsx?locale=en', 'Identifier', 'Deadline'],
    ['/export/ideas.xlsx', 'Nummer', 'Nästa sista ansökningsdag'],
    ['/export/pipeline.xlsx?locale=en', 'Focus area', 'Ideas'],
  ])('for people has headers in their language: %s', async (path, ...titles) => {
    expect((await sheetRows(path))[0]).toEqual(expect.arrayContaining(titles));
  });

  it('has the names of the API for programs in every language', async () => {
    const fields = await fieldsOf('/export/calls.csv');
    expect(fields).toEqual(expect.arrayContaining(['identifier', 'titleSv', 'deadlines', 'budget', 'budgetCurrency']));
    expect(await fieldsOf('/export/calls.csv?locale=en')).toEqual(fields);
  });

  it('opens as columns in Swedish Excel', async () => {
    const response = await get('/export/calls.csv?dialect=excel-sv');
    const rows = parse<Row>(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true, delimiter: ';' });
    const plain = await csvRows('/export/calls.csv');
    expect(rows.map(row => [row['Beteckning'], row['Budget']])).toEqual(
      plain.map(({ identifier, budget }) => [identifier, budget!.replace('.', ',')]),
    );
  });

  it('has moments of Sweden to the second for people, and of UTC for programs', async () => {
    const { identifier } = await make.call({
      deadlineModel: 'MULTIPLE_CUT_OFF',
      deadlines: [
        { at: new Date('2035-02-16T13:00:00Z'), label: 'Skiss' },
        { at: new Date('2035-07-14T22:00:00Z'), label: null },
      ],
    });
    const people = async (path: string) => {
      const response = await get(`${path}?dialect=excel-sv`);
      return parse<Row>(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true, delimiter: ';' });
    };
    const midnight = '2035-07-15T00:00:00+02:00';
    const call = (await people('/export/calls.csv')).find(row => row['Beteckning'] === identifier);
    expect(call!['Sista ansökningsdag']).toBe(`2035-02-16 14:00:00 Skiss | ${midnight}`);
    const inWorkbook = (await xlsxRows('/export/calls.xlsx')).find(row => row['identifier'] === identifier);
    expect(inWorkbook!['deadlines']).toBe(`2035-02-16 14:00:00 Skiss | ${midnight}`);
    const forPrograms = (await csvRows('/export/calls.csv')).find(row => row['identifier'] === identifier);
    expect(forPrograms!['deadlines']).toBe('2035-02-16T13:00:00.000Z Skiss | 2035-07-14T22:00:00.000Z');
    for (const row of await people('/export/pipeline.csv'))
      expect(row['Läget den']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it('has amounts as numbers in a workbook, each with its own currency', async () => {
    const { identifier } = await make.call({
      budget: Money.of({ amount: '1234567.50', currency: 'EUR' }),
      grantMax: Money.of({ amount: '500000', currency: 'SEK' }),
    });
    const book = read(Buffer.from(await (await get('/export/calls.xlsx')).arrayBuffer()));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!);
    expect(rows.find(row => row['Beteckning'] === identifier)).toMatchObject({
      Budget: 1234567.5,
      'Valuta för budget': 'EUR',
      'Största bidrag': 500000,
      'Valuta för största bidrag': 'SEK',
    });
  });

  it('is saved under its name and kept by nobody on the way', async () => {
    const { headers } = await get('/export/pipeline.xlsx');
    expect(headers.get('content-disposition')).toBe('attachment; filename="pipeline.xlsx"');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it.each(['/export/ideas.csv?key=ks3_nobody', '/calendar.ics?key=ks3_nobody'])(
    'is refused to a key that nobody has: %s',
    async path => {
      const response = await get(path);
      expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );

  it.each([
    ['/export/ideas.csv', 'stage=NOWHERE'],
    ['/export/pipeline.xlsx', 'stage=concept'],
    ['/export/ideas.csv', 'stage=CONCEPT&stage=PROJECT'],
    ['/export/calls.csv', 'stage=CONCEPT'],
    ['/export/ideas.csv', 'state=ACTIVE,'],
    ['/export/ideas.csv', 'state=ACTIVE,ACTIVE'],
    ['/export/ideas.csv', 'partner=nobody'],
    ['/export/ideas.csv', 'mine=false'],
    ['/export/ideas.csv', 'deadlineBefore=soon'],
    ['/export/partners.csv', 'country=XX'],
    ['/export/partners.csv', 'sector=BANK'],
    ['/export/ideas.csv', 'focusArea=nope'],
    ['/export/calls.xlsx', 'focusArea=nope'],
    ['/export/pipeline.csv', 'focusArea=%00'],
    ['/export/ideas.csv', 'locale=de'],
    ['/export/ideas.csv', 'dialect=excel'],
    ['/export/ideas.xlsx', 'dialect=excel-sv'],
    ['/export/ideas.csv', 'focusarea=tech'],
    ['/export/ideas.csv', 'constructor=1'],
    ['/calendar.ics', 'focusArea=nope'],
    ['/calendar.ics', 'partner=nobody'],
    ['/calendar.ics', 'partner=%EF%BF%BD'],
    ['/calendar.ics', 'locale='.repeat(2) + 'sv'],
    ['/calendar.ics', 'stage=CONCEPT'],
    ['/gdp/utlysningar', 'limit=0'],
    ['/gdp/utlysningar', 'offset=1.5'],
    ['/gdp/utlysningar', 'page=1'],
    ['/common-grants/opportunities', 'size=10'],
    ['/common-grants/opportunities/x', 'page=1'],
  ])('is refused for a parameter that means nothing, which is named: %s?%s', async (path, query) => {
    const response = await get(`${path}?${query}`);
    const [{ message, extensions }] = (await response.json()).errors;
    expect([response.status, extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(message).toContain(query.split('=')[0]);
  });

  it.each([
    '/calendar.ics?partner=%FF',
    '/export/calls.csv?text=%',
    '/export/calls.csv?%zz=1',
    '/feeds/calls.atom?x=%C0',
  ])('is refused for an address that is no UTF-8, as GraphQL is: %s', async path => {
    const asked = await get(path);
    const asGraphql = await get('/graphql?query=%FF');
    expect([asked.status, await asked.json()]).toEqual([400, await asGraphql.json()]);
  });

  it('takes empty fields of a form for none', async () => {
    expect(await csvRows('/export/ideas.csv?focusArea=&stage=&locale=')).toEqual(await csvRows('/export/ideas.csv'));
  });

  it.each(['/export/ideas.csv', '/export/calls.xlsx', '/calendar.ics', '/gdp/utlysningar'])(
    'is for whom it was made, and in which language: %s',
    async path => {
      const { headers } = await get(path);
      expect(headers.get('vary')).toMatch(/authorization, cookie, accept-language/i);
      expect(headers.get('cache-control')).toMatch(/^private, /);
    },
  );
});

it('a large table begins to arrive while most of it has not been read', async () => {
  await insertManyIdeas(service.database, 2_000);
  const pages = 2_000 / 100;
  const from = recorder.reads.length;
  const response = await get('/export/ideas.csv', KEYS.admin);
  let text = '';
  for await (const chunk of response.body!) {
    if (text === '') expect(recorder.reads.length - from).toBeLessThan(pages / 2);
    text += Buffer.from(chunk).toString('latin1');
  }
  expect(text.split('\r\n').length).toBeGreaterThan(2_000);
  expect(recorder.reads.length - from).toBeGreaterThan(pages);
}, 120_000);
