import { IdentityProvider } from '../../support/doubles/identity-provider.js';
import { askBy, signIn } from '../../support/service/browser.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let provider: IdentityProvider;
let service: Service;
beforeAll(async () => {
  provider = await IdentityProvider.start();
  service = await startService(provider.settings);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await provider.stop();
});

const PARTNER = { roles: ['ks3-partner'], partner: 'techtank' };
const SESSIONS = '{ viewer { sessions { id device isCurrent createdAt lastUsedAt endsAt endsUnusedAt } } }';

const signInAs = async (claims: object, headers = {}) => signIn(service, await provider.token(claims), { headers });
const query = (text: string, values: unknown[] = []) => service.database.query<any>(text, values);
const MAKE =
  'mutation { createFeedToken(input: { name: "Kalendern" }) { apiKey { id expiresAt lapsesAt } secret userErrors { message } } }';

describe('a session of a token', () => {
  it('has the rights that its claims gave, also once the token has run out', async () => {
    const exp = Math.ceil(Date.now() / 1_000) + 5;
    const token = await provider.signed({ ...PARTNER, exp });
    const browser = await signIn(service, token);
    await new Promise(resolve => setTimeout(resolve, exp * 1_000 - Date.now() + 50));
    expect((await service.as(token).ask('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { data } = await askBy(service, '{ viewer { name role partner { slug } } }', browser);
    expect(data.viewer).toEqual({ name: 'Techtank (anna)', role: 'PARTNER', partner: { slug: 'techtank' } });
  });

  it('is never remembered longer than others', async () => {
    const { kept } = await signIn(service, await provider.token(PARTNER), { remember: true });
    expect(kept[0]).not.toContain('Max-Age');
  });

  it.each([
    ['that gives no role', () => provider.token({ roles: ['other'] }), 403, 'NO_ROLE'],
    ['that has run out', () => provider.signed({ ...PARTNER, exp: 1 }), 401, 'UNAUTHENTICATED'],
  ])('is not made of one %s', async (_which, token, status, code) => {
    const before = await stored(service.database);
    const headers = { authorization: `Bearer ${await token()}` };
    const response = await fetch(`${service.url}/session`, { method: 'POST', headers });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([status, code]);
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('where one is signed in', () => {
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0';

  it('is told to oneself alone, with which of them asks', async () => {
    await query('delete from session');
    const mine = await signInAs(PARTNER, { 'user-agent': FIREFOX });
    await signInAs(PARTNER, { 'user-agent': 'curl/8.11.0' });
    await signIn(service, KEYS.admin);
    const { sessions } = (await askBy(service, SESSIONS, mine)).data.viewer;
    const inShort = sessions.map(({ device, isCurrent }: any) => [device, isCurrent]).sort();
    expect(inShort).toEqual([
      ['Firefox, Windows', true],
      ['curl', false],
    ]);
    const [{ createdAt, endsAt, endsUnusedAt }] = sessions;
    expect([Date.parse(endsUnusedAt) - Date.parse(createdAt), Date.parse(endsAt) - Date.parse(createdAt)]).toEqual([
      2 * 3_600_000,
      12 * 3_600_000,
    ]);
    // By header none is the one that asks; an administrator sees its own alone; anonymous none.
    const byHeader = await service.as(KEYS.admin).run<any, object>(SESSIONS);
    expect(byHeader.viewer.sessions.map(({ isCurrent }: any) => isCurrent)).toEqual([false]);
    expect((await service.as().run<any, object>(SESSIONS)).viewer.sessions).toEqual([]);
  });

  it('leaves out those that have ended', async () => {
    const mine = await signInAs(PARTNER);
    await query("update session set last_used_at = now() - interval '3 hours' where device is null or device = 'curl'");
    await query("update session set ends_at = now() - interval '1 hour' where device like 'Firefox%'");
    expect((await askBy(service, SESSIONS, mine)).data.viewer.sessions).toHaveLength(1);
  });

  it('is ended by oneself alone, one by one and all at once', async () => {
    const [one, other, third] = [await signInAs(PARTNER), await signInAs(PARTNER), await signIn(service, KEYS.admin)];
    const all = (await askBy(service, SESSIONS, one)).data.viewer.sessions;
    const id = all.find(({ isCurrent }: any) => isCurrent).id;
    const end = `mutation { endSession(id: "${id}") { endedId userErrors { code } } }`;
    expect((await askBy(service, end, third)).data.endSession).toEqual({
      endedId: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect((await askBy(service, end, other)).data.endSession.endedId).toBe(id);
    expect((await askBy(service, SESSIONS, one)).response.status).toBe(401);
    const left = (await askBy(service, SESSIONS, other)).data.viewer.sessions.length;
    const { data } = await askBy(service, 'mutation { endAllSessions { endedCount } }', other);
    expect(data.endAllSessions.endedCount).toBe(left);
    expect((await askBy(service, SESSIONS, other)).response.status).toBe(401);
    expect((await askBy(service, SESSIONS, third)).response.status).toBe(200);
  });

  it('has at most two hundred places, where those used least lately end', async () => {
    const first = await signIn(service, KEYS.integrator);
    const [key] = await query('select api_key_id as id from session order by created_at desc, id desc limit 1');
    await query(
      `insert into session (id, hash, api_key_id, grants, created_at, last_used_at, ends_at, idle_minutes)
       select 'session_' || n, 'hash ' || n, $1, '{}', now(), now() + n * interval '1 ms', now() + interval '1 day', 100 from generate_series(1, 199) n`,
      [key.id],
    );
    const last = await signIn(service, KEYS.integrator);
    expect(await query('select count(*)::int as n from session where api_key_id = $1', [key.id])).toEqual([{ n: 200 }]);
    expect((await askBy(service, SESSIONS, first)).response.status).toBe(401);
    expect((await askBy(service, SESSIONS, last)).response.status).toBe(200);
  });
});

describe('a feed token of somebody who signs in by a token', () => {
  const read = (secret: string) => fetch(`${service.url}/export/ideas.csv?key=${secret}`);

  it('reads as they do, within a year, and lapses when they have not signed in for 180 days', async () => {
    const browser = await signInAs(PARTNER);
    const { apiKey, secret, userErrors } = (await askBy(service, MAKE, browser)).data.createFeedToken;
    expect(userErrors).toEqual([]);
    expect(Math.round((Date.parse(apiKey.lapsesAt) - Date.now()) / 86_400_000)).toBe(180);
    expect((await read(secret)).status).toBe(200);
    await query("update api_key set lapses_at = now() + interval '1 day' where id = $1", [apiKey.id]);
    await signInAs(PARTNER);
    const [row] = await query('select lapses_at as at from api_key where id = $1', [apiKey.id]);
    expect(Math.round((Number(new Date(row.at)) - Date.now()) / 86_400_000)).toBe(180);
    await query("update api_key set lapses_at = now() - interval '1 second' where id = $1", [apiKey.id]);
    expect((await read(secret)).status).toBe(401);
  });

  it('stays through the end of every session, and is seen and revoked by who made it', async () => {
    const browser = await signInAs({ roles: 'ks3-screen' });
    const { apiKey, secret } = (await askBy(service, MAKE, browser)).data.createFeedToken;
    await askBy(service, 'mutation { endAllSessions { endedCount } }', browser);
    expect((await read(secret)).status).toBe(200);
    const anew = await signInAs({ roles: 'ks3-screen' });
    const { apiKeys } = (await askBy(service, '{ viewer { apiKeys { id feedOnly } } }', anew)).data.viewer;
    expect(apiKeys).toContainEqual({ id: apiKey.id, feedOnly: true });
    const revoke = `mutation { revokeApiKey(id: "${apiKey.id}") { userErrors { code } } }`;
    expect((await service.as(KEYS.integrator).run<any, object>(revoke)).revokeApiKey.userErrors).toEqual([
      { code: 'FORBIDDEN' },
    ]);
    expect((await askBy(service, revoke, anew)).data.revokeApiKey.userErrors).toEqual([]);
    expect((await read(secret)).status).toBe(401);
  });
});
