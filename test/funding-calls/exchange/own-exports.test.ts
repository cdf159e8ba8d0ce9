import { parse } from 'csv-parse/sync';
import { LocalizedText } from '../../../src/shared/text/localized-text.js';
import { Money } from '../../../src/shared/money.js';
import { draftsIn, faultsIn } from '../../support/calls/calls-from.js';
import { rowsFrom } from '../../support/calls/fetching.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
  await callsOfEveryKind(new Make(service.database));
  const { fundingCalls } = await service.as().run<any, object>('{ fundingCalls(first: 3) { nodes { id } } }');
  for (const [place, identifier] of ['EV19&amp;', 'EV20<b>x</b>', 'EV21 &#229; "x"'].entries())
    await service.database.query('update funding_call set identifier = $1 where id = $2', [
      identifier,
      fundingCalls.nodes[place].id,
    ]);
}, 60_000);
afterAll(() => service.stop());

const euro = (amount: string) => Money.of({ amount, currency: 'EUR' });

/** Calls with what a format may not hold: times, labels, hundredths, zeros, one language, other amounts' currencies. */
async function callsOfEveryKind(make: Make): Promise<void> {
  await make.call({
    title: LocalizedText.of({ sv: 'Två < steg & så', en: 'Two steps' }),
    summary: LocalizedText.of({ sv: 'Första\n\nAndra' }),
    deadlineModel: 'TWO_STAGE',
    opensAt: new Date('2034-12-31T23:00:00Z'),
    deadlines: [{ at: new Date('2035-02-15T13:00:00.500Z'), label: 'Skiss' }, { at: new Date('2035-09-15T21:59:59Z') }],
    budget: euro('75354267.50'),
    grantMin: euro('0'),
    grantMax: euro('5000000'),
  });
  await make.call({ deadlineModel: 'CONTINUOUS', deadlines: [], opensAt: null, url: null });
  await make.call({ deadlineModel: 'MULTIPLE_CUT_OFF', deadlines: [{ at: new Date('2035-06-01T22:30:00Z') }] });
  await make.call({ publishedAt: null });
  await make.call({
    title: LocalizedText.of({ sv: "x;=cmd|'/C calc'!A0;y", en: '\'=1, "-2"' }),
    summary: LocalizedText.of({ sv: '-1\n\n+46 455 30 50 00; @klart', en: '=SUM(A1)' }),
    deadlineModel: 'MULTIPLE_CUT_OFF',
    deadlines: [
      { at: new Date('2035-10-28T00:30:00Z'), label: 'Steg 1; "skiss" | kl 14' },
      { at: new Date('2035-10-28T01:30:00Z'), label: '2:a steget, 1 mars' },
    ],
    budget: Money.of({ amount: '10000000', currency: 'SEK' }),
    grantMin: euro('1'),
    grantMax: euro('99999999999999.99'),
    fundingRate: 33.333,
    requiredSectors: ['ACADEMIA', 'PUBLIC'],
    environmentalObjectives: ['CIRCULAR_ECONOMY', 'CLIMATE_CHANGE_MITIGATION'],
    trlMin: 4,
    trlMax: 7,
  });
  await make.call({ fundingRate: 0.5, minPartners: 3, minCountries: 1 });
}

async function exported(path: string): Promise<string> {
  const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${KEYS.admin}` } });
  return response.text();
}

function countOf(format: string, content: string): number {
  if (format === 'CSV')
    return parse(content, { bom: true, delimiter: [',', ';'], relax_column_count: true }).length - 1;
  const answer = JSON.parse(content);
  return (answer.items ?? answer).length;
}

const FORMATS = [
  ['GDP', '/gdp/utlysningar?limit=1000'],
  ['COMMON_GRANTS', '/common-grants/opportunities?pageSize=1000'],
  ['COMMON_GRANTS', '/common-grants/opportunities?pageSize=1000&locale=sv'],
  ['CSV', '/export/calls.csv'],
  ['CSV', '/export/calls.csv?dialect=excel-sv'],
  ['CSV', '/export/calls.csv?dialect=excel-sv&locale=en'],
] as const;

async function importing(format: string, content: string) {
  const { told } = await service.as(KEYS.admin).run<any, object>(
    `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) {
      created updated unchanged rejected { row errors { message } } leftOut { message } rows { identifier changes { field before after } }
      userErrors { message } } }`,
    { input: { format, content, dryRun: false } },
  );
  return told;
}

/** What is stored, but for what is only assumed: an export says it, and that is remembered without being told. */
async function told() {
  const calls = await service.database.query(
    `select to_jsonb(c) - 'assumed_fields' as call from funding_call c order by id`,
  );
  const { funding_call: _, ...rest } = await stored(service.database);
  return { ...rest, calls };
}

async function expectUnchanged(format: string, path: string): Promise<void> {
  const content = await exported(path);
  const before = await told();
  const nothing = { created: 0, updated: 0, rejected: [], leftOut: [], rows: [], userErrors: [] };
  const unchanged = countOf(format, content);
  expect(await importing(format, content)).toEqual({ ...nothing, unchanged });
  expect(await told()).toEqual(before);
}

it.each(FORMATS)('our own calls as %s, imported into their own service, are unchanged', async (format, path) => {
  await expectUnchanged(format, path);
});

/** What the formats have no room for, or write otherwise: hours, stages, hundredths, a text in one language. */
const ODD = [
  'Identifierare;Titel;Titel (en);Finansiär;Program;Modell;Öppnar;Sista dag;Budget;Största bidrag',
  'UDDA-1;Hav < kust & "ö";;F;P;två steg;2035-01-15 09:30;2035-02-15 14:00 Skiss | 2035-09-15;1000,50;999,49',
  'UDDA-2;Hav;Sea;F;P;flera datum;;2035-03-25 | 2035-03-26 01:30;;',
  'UDDA-3;;Sea;F;;löpande;2035-01-01;;7500000;',
  'UDDA-4;Hav;;F;P;;2035-06-01;2035-06-01 12:00;10,01 EUR;5 EUR',
].join('\n');

it.each(FORMATS)('so are those that came from a source, as %s', async (format, path) => {
  await service.database.query(
    `update funding_call set source_system = 'CSV', source_external_id = identifier, source_imported_at = now()`,
  );
  expect((await importing('CSV', ODD)).rejected).toEqual([]);
  await expectUnchanged(format, path);
});

it.each([
  ['GDP', '/gdp/utlysningar'],
  ['GDP', '/gdp/utlysningar/?limit=7'],
  ['COMMON_GRANTS', '/common-grants/opportunities?pageSize=7'],
  ['COMMON_GRANTS', '/common-grants/opportunities/'],
] as const)('our own calls as %s at %s are followed to their end', async (format, path) => {
  const { fundingCalls } = await service.as().run<any, object>('{ fundingCalls(first: 0) { totalCount } }');
  const { rows } = await rowsFrom(service.url + path, { format });
  expect([draftsIn(rows).length, faultsIn(rows)]).toEqual([fundingCalls.totalCount, []]);
});
