import type { CallStatus } from '../../../../src/funding-calls/call-status.js';
import { draftsIn, rowsOf } from '../../../support/calls/calls-from.js';
import { faultsOfUtlysning } from '../../../support/calls/gdp.js';
import { inDays, Make } from '../../../support/make/make.js';
import { KEYS, type Service, startService } from '../../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${service.url}${path}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

const called = ({ identifier }: { identifier: string }) => identifier;
const numbers = (calls: any[]): string[] => calls.map(({ diarienummer }) => diarienummer);

/** Writes moments as the standard's clients do: in UTC, to the second. */
const seconds = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z');

/** Harvests as the clients of the funders' own APIs do: page by page, until `x-totalrecords` is reached. */
async function harvest(conditions: Record<string, string>, limit = 7): Promise<any[]> {
  const all: any[] = [];
  for (;;) {
    const query = new URLSearchParams({ ...conditions, limit: String(limit), offset: String(all.length) });
    const { status, headers, body } = await get(`/gdp/utlysningar?${query}`);
    expect(status).toBe(200);
    all.push(...body);
    if (body.length === 0 || all.length >= Number(headers.get('x-totalrecords'))) return all;
  }
}

/** A call in a status that it has by its dates, or by having been called off. */
async function callIn(status: CallStatus) {
  if (status === 'DRAFT') return make.call({ publishedAt: null });
  if (status === 'FORTHCOMING') return make.call({ opensAt: inDays(20) });
  if (status === 'CLOSED') return make.call({ opensAt: inDays(-30), deadlines: [{ at: inDays(-2) }] });
  const call = await make.call();
  if (status === 'CANCELLED')
    await service.database.query('update funding_call set cancelled_at = now() where id = $1 returning id', [call.id]);
  return call;
}

const changedAt = (id: string, at: string) =>
  service.database.query('update funding_call set updated_at = $2 where id = $1 returning id', [id, at]);

describe('GDP', () => {
  it('lists the calls as the standard has them, page by page, with their number in the header', async () => {
    const { headers, body } = await get('/gdp/utlysningar?limit=5');
    const { headers: same, body: next } = await get('/gdp/utlysningar?offset=5&limit=1000');
    const total = Number(headers.get('x-totalrecords'));
    expect([body.length, body.length + next.length, same.get('x-totalrecords')]).toEqual([5, total, String(total)]);
    expect(new Set(numbers([...body, ...next])).size).toBe(total);
    expect(numbers(await harvest({}))).toEqual(numbers([...body, ...next]));
  });

  it('is valid by the information model of the standard, whatever the status', async () => {
    for (const status of ['FORTHCOMING', 'OPEN', 'CLOSED', 'CANCELLED'] as const) await callIn(status);
    const all = await harvest({}, 1000);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['Kommande', 'Pågående', 'Avslutad']));
    expect(all.flatMap(faultsOfUtlysning)).toEqual([]);
    expect(faultsOfUtlysning({ ...all[0], status: 'Öppen', budgetBelopp: 1.5 })).toHaveLength(2);
  });

  it('gives what our own import reads', async () => {
    const { body } = await get('/gdp/utlysningar?limit=1000');
    const drafts = draftsIn(await rowsOf('GDP', body));
    expect(drafts.map(({ draft }) => draft.identifier)).toEqual(numbers(body));
  });

  it('tells what was changed from a moment to another, both within', async () => {
    const [before, first, last, after] = [await make.call(), await make.call(), await make.call(), await make.call()];
    await changedAt(before.id, '2021-03-01T11:59:59.999Z');
    await changedAt(first.id, '2021-03-01T12:00:00Z');
    await changedAt(last.id, '2021-03-08T12:00:00Z');
    await changedAt(after.id, '2021-03-08T12:00:00.001Z');
    const [franTidpunkt, tillTidpunkt] = ['2021-03-01T12:00:00Z', '2021-03-08T12:00:00Z'];
    expect(numbers(await harvest({ franTidpunkt, tillTidpunkt }, 1))).toEqual([last, first].map(called));
    expect(numbers(await harvest({ tillTidpunkt }))).toEqual([last, first, before].map(called));
    expect(numbers(await harvest({ franTidpunkt }, 1000))).toEqual(
      numbers(await harvest({}, 1000)).filter(number => number !== before.identifier),
    );
  });

  it('tells whoever harvests again only what has changed since', async () => {
    const since = new Date(Date.now() - 3_600_000);
    const call = await make.call();
    await changedAt(call.id, seconds(new Date(since.getTime() - 60_000)));
    const news = async () => numbers(await harvest({ franTidpunkt: seconds(since) }, 1000));
    expect(await news()).not.toContain(call.identifier);
    const update =
      'mutation ($input: UpdateFundingCallInput!) { updateFundingCall(input: $input) { userErrors { code } } }';
    const input = { id: call.id, title: { sv: 'En ny titel' } };
    expect((await service.as(KEYS.admin).run<any, object>(update, { input })).updateFundingCall.userErrors).toEqual([]);
    expect((await news())[0]).toBe(call.identifier);
  });

  it.each([
    ['Kommande', 'FORTHCOMING'],
    ['Pågående', 'OPEN'],
    ['Avslutad', 'CLOSED'],
    ['Avslutad', 'CANCELLED'],
  ] as const)('narrows to those that are %s: %s', async (status, ours) => {
    const { identifier } = await callIn(ours);
    const found = await harvest({ status }, 1000);
    expect(new Set(found.map(call => call.status))).toEqual(new Set([status]));
    expect(numbers(found)).toContain(identifier);
  });

  it('gives one by its diarienummer, whatever stands in it, and none that may not be seen', async () => {
    const [identifier, draft] = ['TVV 2026/17 åäö', await callIn('DRAFT')];
    const rename = 'update funding_call set identifier = $2 where id = $1 returning id';
    await service.database.query(rename, [(await make.call()).id, identifier]);
    const one = await get(`/gdp/utlysningar/${encodeURIComponent(identifier)}`);
    expect([one.status, one.body.diarienummer, faultsOfUtlysning(one.body)]).toEqual([200, identifier, []]);
    const hidden = `/gdp/utlysningar/${encodeURIComponent(draft.identifier)}`;
    expect([(await get(hidden)).status, (await get('/gdp/utlysningar/finns-inte')).status]).toEqual([404, 404]);
  });

  it('announces no draft, nor one that was called off before it was published, to whoever asks', async () => {
    const [draft, dropped] = [await callIn('DRAFT'), await callIn('DRAFT')];
    await service.database.query('update funding_call set cancelled_at = now() where id = $1 returning id', [
      dropped.id,
    ]);
    const { fundingCalls } = await service.as().run<any, object>('{ fundingCalls(first: 0) { totalCount } }');
    const headers = { authorization: `Bearer ${KEYS.admin}` };
    const list = await get('/gdp/utlysningar?limit=1000', headers);
    expect(list.headers.get('x-totalrecords')).toBe(String(fundingCalls.totalCount));
    for (const { identifier } of [draft, dropped]) {
      expect(numbers(list.body)).not.toContain(identifier);
      expect((await get(`/gdp/utlysningar/${encodeURIComponent(identifier)}`, headers)).status).toBe(404);
    }
  });

  it('gives one whose diarienummer is as long as may be, and says what is too long or no address', async () => {
    const identifier = '🌊'.repeat(100);
    const rename = 'update funding_call set identifier = $2 where id = $1 returning id';
    await service.database.query(rename, [(await make.call()).id, identifier]);
    const one = await get(`/gdp/utlysningar/${encodeURIComponent(identifier)}`);
    expect([one.status, one.body.diarienummer]).toEqual([200, identifier]);
    expect((await get(`/gdp/utlysningar/${'x'.repeat(2400)}`)).status).toBe(404);
    const tooLong = await get(`/gdp/utlysningar/${'x'.repeat(2401)}`);
    expect([tooLong.status, tooLong.body.errors[0].message]).toEqual([414, expect.stringContaining('2400')]);
    const malformed = await get('/gdp/utlysningar/%ff');
    expect([malformed.status, malformed.body.errors[0].message]).toEqual([400, expect.stringContaining('UTF-8')]);
  });

  it('says which API it is', async () => {
    expect((await get('/gdp/metadata')).body).toMatchObject({ apiName: expect.any(String), apiVersion: 'v1.0' });
  });

  it('is not sent again to whoever has it already', async () => {
    const tag = (await get('/gdp/utlysningar?limit=1')).headers.get('etag')!;
    for (const known of [tag, `W/${tag}`, `"other", W/"another" ,${tag}`, `"with, comma",${tag}`, '*'])
      expect([known, (await get('/gdp/utlysningar?limit=1', { 'if-none-match': known })).status]).toEqual([known, 304]);
    for (const other of ['"other"', tag.replaceAll('"', ''), `${tag.slice(0, -1)}x"`, '"*"'])
      expect([other, (await get('/gdp/utlysningar?limit=1', { 'if-none-match': other })).status]).toEqual([other, 200]);
  });

  it('has no tag for what it has not, which stays what it is whatever one has', async () => {
    for (const path of ['/gdp/utlysningar/finns-inte', '/gdp/utlysningar?limit=0', '/graphql?query=%ff']) {
      const { headers, status } = await get(path);
      expect([path, headers.get('etag')]).toEqual([path, null]);
      expect([path, (await get(path, { 'if-none-match': '*' })).status]).toEqual([path, status]);
    }
  });

  it.each([
    ...['offset=-1', 'limit=0', 'limit=1001', 'limit=x', 'status=OPEN'],
    ...['franTidpunkt=i%20går', 'franTidpunkt=2026-13-01T00:00:00Z', 'tillTidpunkt=1', 'programDiarienummer=1'],
  ])('refuses %s, and names it', async query => {
    const { status, body } = await get(`/gdp/utlysningar?${query}`);
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(query.split('=')[0]!)]);
  });
});
