import { feedTokenOf } from '../../support/make/feed-token.js';
import { listen } from '../../support/service/listener.js';
import { inDays, Make } from '../../support/make/make.js';
import { FEED_TOKEN, KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const DOWNLOADS = [
  ...['/export/ideas.csv', '/export/ideas.xlsx', '/export/calls.csv', '/export/pipeline.csv', '/calendar.ics'],
  ...['/gdp/utlysningar', '/common-grants/opportunities'],
];

const get = (path: string, key?: string) =>
  fetch(`${service.url}${path}`, { ...(key && { headers: { authorization: `Bearer ${key}` } }) });

async function refusalOf(answer: Response): Promise<[number, string, string]> {
  const [{ message, extensions }] = (await answer.json()).errors;
  return [answer.status, extensions.code, message];
}

const revoke = async (id: string, key: string) => {
  const { revokeApiKey } = await service
    .as(key)
    .run<any, object>('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { revokedAt } userErrors { code } } }', {
      id,
    });
  return revokeApiKey;
};

describe('a feed token', () => {
  it.each(Object.entries(KEYS))('of a %s reads in an address the ideas that its key reads', async (_, key) => {
    const { secret } = await feedTokenOf(service, key);
    const columns = (text: string) => text.split('\r\n').map(line => line.split(',').slice(0, 4));
    const own = await (await get('/export/ideas.csv', key)).text();
    const fed = await get(`/export/ideas.csv?key=${secret}`);
    expect(fed.status).toBe(200);
    expect(columns(await fed.text())).toEqual(columns(own));
    expect((await get('/export/calls.csv', secret)).status).toBe(200);
  });

  it('names the key that made it, which the asking key knows for itself', async () => {
    const { id } = await feedTokenOf(service, KEYS.integrator);
    const { viewer } = await service
      .as(KEYS.integrator)
      .run<any, object>('{ viewer { apiKey { id parent { id } } apiKeys { id parent { id } } } }');
    expect(viewer.apiKey.parent).toBeNull();
    expect(viewer.apiKeys).toContainEqual({ id, parent: { id: viewer.apiKey.id } });
    const anonymous = await service.as(null).run<any, object>('{ viewer { apiKey { id } } }');
    expect(anonymous.viewer.apiKey).toBeNull();
  });

  it('is refused wherever the API is asked: by POST, GET, events and WebSocket, whosever it is', async () => {
    const { secret } = await feedTokenOf(service, KEYS.admin);
    for (const token of [FEED_TOKEN, secret]) {
      const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' };
      const document = encodeURIComponent('{ viewer { name } }');
      const answers = [
        fetch(`${service.url}/graphql?query=${document}`, { headers }),
        fetch(`${service.url}/graphql/stream?query=${encodeURIComponent('subscription { activity { id } }')}`, {
          headers,
        }),
        fetch(`${service.url}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query: 'mutation { createFeedToken(input: { name: "x" }) { secret } }' }),
        }),
      ];
      for (const answer of await Promise.all(answers))
        expect(await refusalOf(answer)).toEqual([403, 'FEED_TOKEN', expect.stringContaining('nothing else')]);
      const { ended } = listen(service, token, 'subscription { activity { id } }');
      expect(await ended).toEqual({ code: 4403 });
    }
  });

  it('is the only key that an address takes; others are refused there, and told what to do', async () => {
    for (const path of DOWNLOADS) {
      for (const key of Object.values(KEYS))
        expect(await refusalOf(await get(`${path}?key=${key}`))).toEqual([
          403,
          'FEED_TOKEN_NEEDED',
          expect.stringContaining('createFeedToken'),
        ]);
      expect((await get(`${path}?key=${FEED_TOKEN}`)).status).toBe(200);
      expect((await refusalOf(await get(`${path}?key=${FEED_TOKEN}`, KEYS.partner)))[0]).toBe(400);
      expect((await refusalOf(await get(`${path}?key=${FEED_TOKEN}&key=x`)))[0]).toBe(400);
    }
  });

  it('falls with the key that made it, and each of the two is told in the log', async () => {
    const key = await make.key('PARTNER', await make.partner());
    const { id, secret } = await feedTokenOf(service, key);
    const { viewer } = await service.as(key).run<any, object>('{ viewer { apiKeys { id feedOnly } } }');
    const parent = viewer.apiKeys.find(({ feedOnly }: any) => !feedOnly).id;
    expect((await get(`/calendar.ics?key=${secret}`)).status).toBe(200);
    expect((await revoke(parent, KEYS.admin)).userErrors).toEqual([]);
    expect((await get(`/calendar.ics?key=${secret}`)).status).toBe(401);
    const rows = await service.database.query<{ subject_id: string }>(
      `select subject_id from activity where kind = 'API_KEY_REVOKED' and subject_id = any($1)`,
      [[id, parent]],
    );
    expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual([id, parent].sort());
  });

  it('is revoked by the key that made it, which goes on', async () => {
    const { id, secret } = await feedTokenOf(service, KEYS.integrator);
    const seen = await service.as(KEYS.integrator).run<any, object>('{ viewer { apiKeys { id } } }');
    expect(seen.viewer.apiKeys).toContainEqual({ id });
    expect(await revoke(id, KEYS.integrator)).toMatchObject({
      userErrors: [],
      apiKey: { revokedAt: expect.any(String) },
    });
    expect((await get('/gdp/utlysningar', secret)).status).toBe(401);
    expect((await get('/gdp/utlysningar', KEYS.integrator)).status).toBe(200);
  });

  it.each([
    ['beyond a year', () => inDays(367)],
    ['in the past', () => inDays(-1)],
  ])('is not made to end %s', async (_, end) => {
    const before = await stored(service.database);
    const { createFeedToken } = await service
      .as(KEYS.partner)
      .run<any, object>(
        'mutation ($end: DateTime!) { createFeedToken(input: { name: "Kalendern", expiresAt: $end }) { apiKey { id } secret userErrors { code path } } }',
        { end: end().toISOString() },
      );
    expect(createFeedToken).toEqual({
      apiKey: null,
      secret: null,
      userErrors: [{ code: 'INVALID', path: ['expiresAt'] }],
    });
    expect(await stored(service.database)).toEqual(before);
  });

  it('can be had twenty times of a key, so that its rates do not multiply', async () => {
    const key = await make.key('INTEGRATOR');
    for (let i = 0; i < 20; i += 1) await feedTokenOf(service, key);
    const before = await stored(service.database);
    const { createFeedToken } = await service
      .as(key)
      .run<any, object>('mutation { createFeedToken(input: { name: "x" }) { userErrors { code } } }');
    expect(createFeedToken.userErrors).toEqual([{ code: 'INVALID' }]);
    expect(await stored(service.database)).toEqual(before);
  });
});

it("the feed token of the demo shows Techtank's own applications in the calendar", async () => {
  const own = await (await get(`/calendar.ics?key=${FEED_TOKEN}&locale=en`)).text();
  expect(own).toMatch(/SUMMARY:Application KS3-\d+/);
  expect(await (await get('/calendar.ics?locale=en')).text()).not.toContain('SUMMARY:Application');
});
