import { hash } from 'node:crypto';
import { askBy, openBy, signIn } from '../../support/service/browser.js';
import { eventually } from '../../support/service/listener.js';
import { inDays } from '../../support/make/make.js';
import { FEED_TOKEN, KEYS, type Service, startBeside, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.stop());

const VIEWER = '{ viewer { name role } }';
const DAY = 86_400;

const refusalIn = ({ response, errors }: Awaited<ReturnType<typeof askBy>>) => {
  const { code, reason } = errors![0].extensions;
  return [response.status, code, reason];
};
const ENDED = [401, 'UNAUTHENTICATED', 'SESSION_ENDED'];

/** A key of its own, with its id. */
async function makeKey(expiresAt: string | null = null): Promise<{ id: string; secret: string }> {
  const { createApiKey } = await service
    .as(KEYS.admin)
    .run<any, object>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret } }',
      { input: { name: 'Skärmen', role: 'INTEGRATOR', expiresAt } },
    );
  return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
}

const rowOf = async (secret: string) =>
  (await service.database.query<any>('select * from session where hash = $1', [hash('sha256', secret)]))[0];

describe('signing in', () => {
  it('makes a session that asks as its key, and stores no more than a hash of its secret', async () => {
    const { cookie, secret, kept } = await signIn(service, KEYS.partner);
    expect((await askBy(service, VIEWER, { cookie })).data.viewer).toEqual({
      name: 'Techtank (demo)',
      role: 'PARTNER',
    });
    expect(JSON.stringify(await rowOf(secret))).not.toContain(secret);
    expect(kept[0]).toMatch(/^ks3_session=[\w-]{43}; Path=\/; SameSite=Strict; HttpOnly$/);
    expect(kept[1]).toMatch(/^ks3_signed_in=[\w-]{16}; Path=\/; SameSite=Strict$/);
  });

  it('lasts twelve hours and two idle ones; remembered thirty days and seven', async () => {
    const lasts = async (remember: boolean) => {
      const { secret } = await signIn(service, KEYS.partner, { remember });
      const { created_at, ends_at, idle_minutes } = await rowOf(secret);
      return [(Number(new Date(ends_at)) - Number(new Date(created_at))) / 3_600_000, idle_minutes / 60];
    };
    expect(await lasts(false)).toEqual([12, 2]);
    expect(await lasts(true)).toEqual([30 * 24, 7 * 24]);
    const { kept } = await signIn(service, KEYS.partner, { remember: true });
    for (const each of kept) expect(each).toContain(`; Max-Age=${30 * DAY}`);
  });

  it('never lasts longer than the key', async () => {
    const expiresAt = inDays(0.1).toISOString();
    const { secret } = await signIn(service, (await makeKey(expiresAt)).secret);
    expect(new Date((await rowOf(secret)).ends_at).toISOString()).toBe(expiresAt);
  });

  it('remembers nobody where that is turned off', async () => {
    const beside = await startBeside(service, { SESSION_REMEMBERED_DAYS: '0', SESSION_HOURS: '1' });
    const { kept } = await signIn(beside, KEYS.partner, { remember: true });
    expect(kept[0]).not.toContain('Max-Age');
    expect(await (await fetch(`${beside.url}/sign-in.json`)).json()).toEqual({ oidc: null, rememberedDays: 0 });
    await beside.stop();
  });

  it('over TLS sets a cookie that only this host can have set, and that never leaves TLS', async () => {
    const behind = await startBeside(service, { TRUST_PROXY: '127.0.0.1' });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'kickstart.example' };
    const { kept, cookie } = await signIn(behind, KEYS.partner, { headers });
    expect(kept[0]).toMatch(/^__Host-ks3_session=[\w-]{43}; Path=\/; SameSite=Strict; HttpOnly; Secure$/);
    expect(kept[1]).toMatch(/^__Host-ks3_signed_in=.*; Secure$/);
    const here = { ...headers, origin: 'https://kickstart.example' };
    expect((await askBy(behind, VIEWER, { cookie, headers: here })).data.viewer.name).toBe('Techtank (demo)');
    // A neighbour can plant a cookie without the prefix, which is not looked at.
    const planted = { cookie: cookie.replace('__Host-', ''), headers: here };
    expect((await askBy(behind, VIEWER, planted)).data.viewer.role).toBeNull();
    await behind.stop();
  });

  it.each([
    ['without a key', {}, 401, 'UNAUTHENTICATED'],
    ['with an unknown key', { authorization: 'Bearer ks3_unknown' }, 401, 'UNAUTHENTICATED'],
    ['with a feed token', { authorization: `Bearer ${FEED_TOKEN}` }, 403, 'FEED_TOKEN'],
    [
      'from another site',
      { authorization: `Bearer ${KEYS.admin}`, origin: 'https://evil.example' },
      403,
      'CROSS_ORIGIN',
    ],
    [
      'from a sibling of the host',
      { authorization: `Bearer ${KEYS.admin}`, 'sec-fetch-site': 'same-site' },
      403,
      'CROSS_ORIGIN',
    ],
  ])('is refused %s, and makes nothing', async (_how, headers, status, code) => {
    const before = await stored(service.database);
    const response = await fetch(`${service.url}/session`, { method: 'POST', headers: headers as never });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([status, code]);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('by a session makes no other session', async () => {
    const { cookie } = await signIn(service, KEYS.partner);
    const response = await fetch(`${service.url}/session`, {
      method: 'POST',
      headers: { cookie, origin: service.url },
    });
    expect(response.status).toBe(401);
  });

  it('counts what fails like keys that don’t let in', async () => {
    const strict = await startBeside(service, { FAILED_KEYS_PER_ADDRESS: '3' });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const headers = { authorization: 'Bearer ks3_guess' };
      statuses.push((await fetch(`${strict.url}/session`, { method: 'POST', headers })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    await signIn(strict, KEYS.partner);
    await strict.stop();
  });

  it('makes a new secret, and ends the session that the browser had: none can be planted', async () => {
    const planted = await signIn(service, KEYS.integrator);
    const own = await signIn(service, KEYS.partner, { headers: { cookie: planted.cookie } });
    expect(own.secret).not.toBe(planted.secret);
    expect(refusalIn(await askBy(service, VIEWER, planted))).toEqual(ENDED);
    const chosen = await signIn(service, KEYS.partner, { headers: { cookie: `ks3_session=${'a'.repeat(43)}` } });
    expect(chosen.secret).not.toBe('a'.repeat(43));
  });
});

describe('a session that has ended', () => {
  it.each([
    ['by its end', "ends_at = now() - interval '1 second'"],
    ['unused', "last_used_at = now() - interval '121 minutes'"],
  ])('%s is refused, and the cookie forgotten', async (_how, change) => {
    const { cookie, secret } = await signIn(service, KEYS.partner);
    await service.database.query(`update session set ${change} where hash = $1`, [hash('sha256', secret)]);
    const answer = await askBy(service, VIEWER, { cookie });
    expect(refusalIn(answer)).toEqual(ENDED);
    expect(answer.response.headers.getSetCookie()).toEqual([
      'ks3_session=; Path=/; SameSite=Strict; HttpOnly; Max-Age=0',
      'ks3_signed_in=; Path=/; SameSite=Strict; Max-Age=0',
    ]);
  });

  it('goes on while it is used, which is noted once a minute', async () => {
    const { cookie, secret } = await signIn(service, KEYS.partner);
    const used = async () => new Date((await rowOf(secret)).last_used_at).getTime();
    const first = await used();
    await askBy(service, VIEWER, { cookie });
    expect(await used()).toBe(first);
    await service.database.query("update session set last_used_at = now() - interval '119 minutes' where hash = $1", [
      hash('sha256', secret),
    ]);
    await askBy(service, VIEWER, { cookie });
    await eventually(
      async () => (await used()) > first - 60_000,
      () => 'its use was not noted',
    );
  });

  it('with its key: revoked, expired or deleted', async () => {
    const ends = [
      'update api_key set revoked_at = now() where id = $1',
      "update api_key set expires_at = now() - interval '1 second' where id = $1",
      'delete from api_key where id = $1',
    ];
    for (const end of ends) {
      const { id, secret } = await makeKey();
      const { cookie } = await signIn(service, secret);
      expect((await askBy(service, VIEWER, { cookie })).data.viewer.name).toBe('Skärmen');
      await service.database.query(end, [id]);
      expect(refusalIn(await askBy(service, VIEWER, { cookie }))).toEqual(ENDED);
    }
  });

  it('by signing out, from our own pages alone', async () => {
    const { cookie } = await signIn(service, KEYS.partner);
    const leave = (origin: string) =>
      fetch(`${service.url}/session`, { method: 'DELETE', headers: { cookie, origin } });
    expect((await leave('https://evil.example')).status).toBe(403);
    expect((await askBy(service, VIEWER, { cookie })).data.viewer.role).toBe('PARTNER');
    const left = await leave(service.url);
    expect([left.status, left.headers.getSetCookie().length]).toEqual([204, 2]);
    expect(refusalIn(await askBy(service, VIEWER, { cookie }))).toEqual(ENDED);
    expect((await leave(service.url)).status).toBe(204);
  });

  it('ends what it follows, by key and by session, while others go on', async () => {
    const { id, secret } = await makeKey();
    const [one, other] = [await signIn(service, secret), await signIn(service, secret)];
    const follow = ({ cookie }: { cookie: string }) =>
      openBy(service, 'subscription { fundingCallPublished { id } }', { cookie, origin: service.url });
    const [first, second] = [follow(one), follow(other)];
    await Promise.all([first.connected, second.connected]);
    await askBy(service, 'mutation { endSession(id: "x") { userErrors { code } } }', one);
    await service.database.query('delete from session where hash = $1', [hash('sha256', one.secret)]);
    expect((await first.ended).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
    let over = false;
    void second.ended.then(() => (over = true));
    await askBy(service, VIEWER, other);
    expect(over).toBe(false);
    await service
      .as(KEYS.admin)
      .run<any, object>('mutation ($id: ID!) { revokeApiKey(id: $id) { userErrors { code } } }', { id });
    expect((await second.ended).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('a cookie', () => {
  it.each([
    ['that is unknown', `ks3_session=${'b'.repeat(43)}`],
    ['that is garbage', 'ks3_session=%00"; drop table session'],
    ['that is empty', 'ks3_session='],
  ])('%s is refused, and nobody is let in as anonymous instead', async (_what, cookie) => {
    expect(refusalIn(await askBy(service, VIEWER, { cookie }))).toEqual(ENDED);
  });

  it('that is there twice is refused, also where both would do', async () => {
    const [one, other] = [await signIn(service, KEYS.partner), await signIn(service, KEYS.admin)];
    for (const cookie of [`${one.cookie}; ${other.cookie}`, `${one.cookie}; ${one.cookie}`])
      expect(refusalIn(await askBy(service, VIEWER, { cookie }))).toEqual(ENDED);
  });

  it('counts for nothing where a header says who asks', async () => {
    const { cookie } = await signIn(service, KEYS.partner);
    const byHeader = (key: string) => ({ authorization: `Bearer ${key}`, origin: 'https://dashboard.example' });
    const answer = await askBy(service, VIEWER, { cookie, headers: byHeader(KEYS.admin) });
    expect(answer.data.viewer.role).toBe('ADMIN');
    const wrong = await askBy(service, VIEWER, { cookie, headers: byHeader('ks3_unknown') });
    expect(refusalIn(wrong)).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });

  it('of others says nothing', async () => {
    expect((await askBy(service, VIEWER, { cookie: 'theme=dark; my_ks3_session=x' })).data.viewer.role).toBeNull();
  });

  it('makes an answer one’s own: no cache gives it to others', async () => {
    const { cookie } = await signIn(service, KEYS.partner);
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'apollo-require-preflight': '1' };
    for (const path of [`/graphql?query=${encodeURIComponent(VIEWER)}`, '/export/ideas.csv', '/calendar.ics']) {
      const response = await fetch(`${service.url}${path}`, { headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('vary')).toContain('cookie');
      expect(response.headers.get('cache-control')).toMatch(/private|no-store/);
    }
  });

  it('is never allowed to pages of other origins', async () => {
    const preflight = await fetch(`${service.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a session of a key', () => {
  it('is that key to Idempotency-Key, and to rates', async () => {
    const { cookie } = await signIn(service, KEYS.partner);
    const change = `mutation { createFeedToken(input: { name: "Kalendern" }) { secret } }`;
    const headers = { 'idempotency-key': 'en-enda-gång-och-inte-fler'.replace(/å/g, 'a') };
    const byCookie = await askBy(service, change, { cookie, headers });
    const byKey = await service.as(KEYS.partner).ask(change, {}, headers);
    expect(byKey.data).toEqual(byCookie.data);
    const limited = await startBeside(service, { RATE_PER_KEY: '1000' });
    const mine = await signIn(limited, KEYS.partner);
    const { response } = await askBy(limited, VIEWER, mine);
    expect(response.headers.get('ratelimit')).toMatch(/^"key";r=8\d\d;/);
    await limited.stop();
  });
});
