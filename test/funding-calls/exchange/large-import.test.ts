import { KEYS, type Service, startService } from '../../support/service/service.js';

const IMPORT = `mutation ($input: ImportFundingCallsInput!) { importFundingCalls(input: $input) {
  dryRun created rejected { row errors { message } } userErrors { message } } }`;

const HEADER = 'identifier,title,programme,funder,deadlines,deadlineModel';
const row = (number: number) => `LARGE-${number},Titel,Program,Finansiär,2035-01-01,SINGLE_STAGE`;
const fileOf = (rows: readonly string[]) => [HEADER, ...rows].join('\n');
const same = (many: number) => fileOf(Array.from({ length: many }, () => row(1)));

let service: Service;
// Shorter than the rows below take to read: a transaction that fell silent for so long would be ended.
beforeAll(async () => (service = await startService({ STATEMENT_TIMEOUT_MS: '300' })), 60_000);
afterAll(() => service.stop());

async function imported(content: string, dryRun = true) {
  const { data, errors } = await service.as(KEYS.admin).ask(IMPORT, { input: { format: 'CSV', content, dryRun } });
  expect(errors).toBeUndefined();
  return data.importFundingCalls;
}

it('reads a large file without holding up others, and without a transaction that the database would end', async () => {
  let reading = true;
  const answer = imported(same(3_000)).finally(() => (reading = false));
  const waits: number[] = [];
  const began = performance.now();
  while (reading) {
    const asked = performance.now();
    await (await fetch(`${service.url}/health`)).text();
    waits.push(performance.now() - asked);
  }
  expect(await answer).toMatchObject({ created: 1, rejected: [], userErrors: [] });
  expect(Math.max(...waits)).toBeLessThan((performance.now() - began) / 4);
}, 60_000);

it('takes at most 3,000 rows in one request, and changes nothing when there are more', async () => {
  const content = same(3_001);
  const refused = { created: 0, rejected: [], userErrors: [{ message: expect.stringMatching(/^Högst 3\s000 rader/) }] };
  expect(await imported(content)).toMatchObject(refused);
  expect(await imported(content, false)).toMatchObject(refused);
  expect((await imported(fileOf([row(1)]))).created).toBe(1);
}, 60_000);
