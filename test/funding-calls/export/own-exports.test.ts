import { LocalizedText } from '../../../src/shared/localized-text.js';
import { Money } from '../../../src/shared/money.js';
import { draftsIn, faultsIn } from '../../support/calls-from.js';
import { rowsFrom } from '../../support/fetching.js';
import { Make } from '../../support/make.js';
import { KEYS, type Service, startService } from '../../support/service.js';
import { stored } from '../../support/stored.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
  await callsOfEveryKind(new Make(service.database));
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
}

async function exported(path: string): Promise<any> {
  const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${KEYS.admin}` } });
  return response.json();
}

it.each([
  ['GDP', '/gdp/utlysningar?limit=1000'],
  ['COMMON_GRANTS', '/common-grants/opportunities?pageSize=1000'],
  ['COMMON_GRANTS', '/common-grants/opportunities?pageSize=1000&locale=sv'],
])('our own calls as %s, imported into their own service, are unchanged', async (format, path) => {
  const answer = await exported(path);
  const before = await stored(service.database);
  const { told } = await service.as(KEYS.admin).run<any, object>(
    `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) {
      created updated unchanged rejected { row errors { message } } rows { identifier changes { field before after } } userErrors { message } } }`,
    { input: { format, content: JSON.stringify(answer), dryRun: false } },
  );
  expect(told).toEqual({
    created: 0,
    updated: 0,
    unchanged: (answer.items ?? answer).length,
    rejected: [],
    rows: [],
    userErrors: [],
  });
  expect(await stored(service.database)).toEqual(before);
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
