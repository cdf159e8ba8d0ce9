import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const HEADER = 'identifier,title,programme,funder,deadlines,deadlineModel,focusAreas';
const row = (number: number, title: string) =>
  `BATCH-${number},${title},Program,Finansiär,2035-01-01,SINGLE_STAGE,${number % 2 ? 'tech' : ''}`;
const rows = (count: number, title = 'Titel') => Array.from({ length: count }, (_, number) => row(number, title));

const IMPORT = `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) {
  created updated unchanged rejected { row } userErrors { message } } }`;

async function imported(all: readonly string[]) {
  const input = { format: 'CSV', content: [HEADER, ...all].join('\n'), dryRun: false };
  return (await service.as(KEYS.admin).run<any, object>(IMPORT, { input })).told;
}

const AREAS = `select distinct c.identifier like '%1' as odd, change -> 'after' as areas from funding_call c
  join activity a on a.subject_id = c.id cross join jsonb_array_elements(a.changes) change
  where c.identifier like 'BATCH-%' and c.identifier ~ '[01]$' and change ->> 'field' = 'focusAreas' order by odd`;

it('Rows of later batches have their focus areas, and are known again, as those of the first', async () => {
  const nothing = { created: 0, updated: 0, unchanged: 0, rejected: [], userErrors: [] };
  expect(await imported(rows(1_100))).toEqual({ ...nothing, created: 1_100 });
  expect(await service.database.query(AREAS)).toEqual([{ odd: true, areas: ['tech'] }]);
  const again = [...rows(1_000), ...rows(1_100, 'Annan titel').slice(1_000), row(1_100, 'Ny')];
  expect(await imported(again)).toEqual({ ...nothing, created: 1, updated: 100, unchanged: 1_000 });
}, 60_000);
