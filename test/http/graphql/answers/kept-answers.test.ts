import { Make } from '../../../support/make/make.js';
import * as fc from '../../../support/properties.js';
import { metricOf } from '../../../support/service/metrics.js';
import { KEYS, type Service, startBeside, startService } from '../../../support/service/service.js';

let service: Service;
let forgetful: Service;
let make: Make;
beforeAll(async () => {
  service = await startService({ DEBUG_STATEMENTS: 'false' });
  forgetful = await startBeside(service, { ANSWERS_KEPT_MIB: '0', DEBUG_STATEMENTS: 'false' });
  make = new Make(service.database);
}, 60_000);
afterAll(async () => {
  await forgetful.stop();
  await service.stop();
});

const QUESTIONS = [
  '{ ideas(first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount nodes { code title state version } } }',
  '{ ideas(first: 50) { nodes { code viewerCan readiness { ready requirements { code met message } } consortium { missingSectors } } } }',
  '{ fundingCalls(first: 50) { nodes { identifier title(locale: EN) status nextDeadline } pageInfo { hasNextPage } } }',
  '{ partners(first: 50) { nodes { slug name ideas(first: 3) { totalCount nodes { code } } } } viewer { name role } }',
  '{ pipeline { total stages { stage count } states { state count } funding { currency requested } } }',
  '{ activity(first: 20) { nodes { sequence kind actor { name } subject { id } } } }',
];

async function textOf({ url }: Service, query: string, key: string | null, language: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: key ? { ...headers, authorization: `Bearer ${key}` } : headers,
    body: JSON.stringify({ query }),
  });
  return response.text();
}

const countOf = (from: string) => metricOf(service, `graphql_answers_total{from="${from}"}`);

const UPDATE_IDEA = `mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { idea { version } userErrors { message } } }`;
const UPDATE_CALL = `mutation ($input: UpdateFundingCallInput!) { updateFundingCall(input: $input) { call { version } userErrors { message } } }`;

/** Somebody changes something, by another copy of the service. */
async function change(which: number, word: number): Promise<void> {
  const admin = forgetful.as(KEYS.admin);
  if (which % 3 === 0) {
    const { fundingCalls } = await admin.run<any, object>('{ fundingCalls(first: 5) { nodes { id version } } }');
    const { id, version } = fundingCalls.nodes[which % fundingCalls.nodes.length];
    const { updateFundingCall } = await admin.run<any, object>(UPDATE_CALL, {
      input: { id, expectedVersion: version, title: { sv: `Utlysning ${word}`, en: `Call ${word}` } },
    });
    expect(updateFundingCall.userErrors).toEqual([]);
    return;
  }
  const { ideas } = await admin.run<any, object>('{ ideas(first: 20) { nodes { id version } } }');
  const { id, version } = ideas.nodes[which % ideas.nodes.length];
  const visibility = ['PUBLIC', 'PARTNERS', 'CONSORTIUM'][word % 3];
  const { updateIdea } = await admin.run<any, object>(UPDATE_IDEA, {
    input: { id, expectedVersion: version, title: { sv: `Idé ${word}` }, visibility },
  });
  expect(updateIdea.userErrors).toEqual([]);
}

const read = fc.record({
  question: fc.constantFrom(...QUESTIONS),
  key: fc.constantFrom(null, KEYS.partner, KEYS.integrator, KEYS.admin),
  language: fc.constantFrom('sv', 'en'),
});
const write = fc.record({ which: fc.nat(99), word: fc.nat(99_999) });

it('never answers otherwise than a service that keeps nothing, whoever reads and whatever is written in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ arbitrary: read, weight: 9 }, write), { minLength: 20, maxLength: 40 }),
      async steps => {
        for (const step of steps) {
          if ('word' in step) {
            await change(step.which, step.word);
            continue;
          }
          const { question, key, language } = step;
          // Asked three times: from then on the answer is kept.
          for (let time = 0; time < 3; time += 1) {
            const [kept, anew] = [
              await textOf(service, question, key, language),
              await textOf(forgetful, question, key, language),
            ];
            expect({ question, key, answer: JSON.parse(kept) }).toEqual({ question, key, answer: JSON.parse(anew) });
          }
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
  expect(await countOf('kept')).toBeGreaterThan(20);
}, 240_000);

it('tells that a call has closed at the moment it closes', async () => {
  const closesAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2_000);
  const call = await make.call({ deadlines: [{ at: closesAt, label: null }] });
  const status = async () => {
    const asked = JSON.parse(await textOf(service, `{ fundingCall(id: "${call.id}") { status } }`, null, 'en'));
    return asked.data.fundingCall.status as string;
  };
  const before = await countOf('kept');
  while (Date.now() < closesAt.getTime() - 100) expect(await status()).toBe('OPEN');
  expect(await countOf('kept')).toBeGreaterThan(before);
  await new Promise(resolve => setTimeout(resolve, closesAt.getTime() - Date.now() + 5));
  expect(await status()).toBe('CLOSED');
}, 20_000);

it('keeps nothing that changes without the activity log', async () => {
  const question = '{ viewer { apiKeys { lastUsedAt } } }';
  for (let time = 0; time < 3; time += 1) await textOf(service, question, KEYS.integrator, 'en');
  // Less than a minute ago, so that asking itself changes nothing.
  const used = new Date(Date.now() - 20_000).toISOString();
  await service.database.query(`update api_key set last_used_at = $1 where role = 'INTEGRATOR'`, [used]);
  expect(await textOf(service, question, KEYS.integrator, 'en')).toContain(used);
});

describe('a GET', () => {
  const question = '{ ideas(first: 3) { nodes { code title version } } }';
  const get = (key: string, tag?: string) =>
    fetch(`${service.url}/graphql?query=${encodeURIComponent(question)}`, {
      headers: {
        ...{ authorization: `Bearer ${key}`, 'apollo-require-preflight': '1', 'accept-encoding': 'identity' },
        ...(tag && { 'if-none-match': tag }),
      },
    });

  it('gets a strong tag, and 304 for as long as the answer is the same', async () => {
    const first = await get(KEYS.admin);
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[^"]+"$/);
    const same = await get(KEYS.admin, tag);
    expect([same.status, await same.text()]).toEqual([304, '']);
    await change(1, 5);
    const next = await get(KEYS.admin, tag);
    expect(next.status).toBe(200);
    expect(next.headers.get('etag')).not.toBe(tag);
  });

  it('is answered to nobody else from what one has', async () => {
    const tag = (await get(KEYS.admin)).headers.get('etag')!;
    await make.idea({ visibility: 'CONSORTIUM' });
    const other = await get(KEYS.integrator, tag);
    expect(other.headers.get('vary')).toMatch(/authorization/i);
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
  });
});
