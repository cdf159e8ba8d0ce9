import { getIntrospectionQuery } from 'graphql';
import { KEYS, type Service, startService } from '../../support/service/service.js';

interface Asked {
  status: number;
  headers: Headers;
  body: { data?: any; errors?: { message: string; extensions: Record<string, unknown> }[]; extensions?: any };
}

async function ask(service: Service, query: string, headers: Record<string, string> = {}): Promise<Asked> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Asked['body'] };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const PAGE = '{ ideas(first: 49) { nodes { code } } }';

describe('a service with small limits', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({
      MAX_TOKENS: '300',
      MAX_DEPTH: '5',
      MAX_ALIASES: '2',
      MAX_DIRECTIVES: '1',
      MAX_REPEATS: '2',
      MAX_COST: '100',
      MAX_BODY_BYTES: '5000',
    });
  });
  afterAll(() => service.stop());

  it.each([
    [
      'TOO_MANY_ALIASES',
      '{ a: viewer { name } b: viewer { name } }',
      '{ a: viewer { name } b: viewer { name } c: viewer { name } }',
    ],
    [
      'TOO_MANY_DIRECTIVES',
      '{ viewer { name @skip(if: false) } }',
      '{ viewer { name @skip(if: false) role @skip(if: false) } }',
    ],
    ['TOO_MANY_REPEATS', '{ viewer { name name } }', '{ viewer { name name name } }'],
    [
      'TOO_DEEP',
      '{ ideas(first: 1) { nodes { owner { name } } } }',
      '{ ideas(first: 1) { nodes { consortium { coordinator { ideas { totalCount } } } } } }',
    ],
    ['TOO_COSTLY', '{ ideas(first: 99) { nodes { code } } }', '{ ideas(first: 100) { nodes { code } } }'],
  ])('answers up to the limit, and refuses with %s beyond it', async (code, within, beyond) => {
    expect((await ask(service, within)).body.errors).toBeUndefined();
    const { body } = await ask(service, beyond);
    expect(body.data).toBeUndefined();
    expect(body.errors).toEqual([
      { message: expect.stringMatching(/\d/), extensions: expect.objectContaining({ code }) },
    ]);
  });

  it('tells the cost of what is too costly', async () => {
    const { body } = await ask(service, '{ ideas(first: 100) { nodes { code } } }');
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'TOO_COSTLY', cost: 101, limit: 100 });
  });

  it('answers introspection all the same', async () => {
    const { body } = await ask(service, getIntrospectionQuery());
    expect(body.data.__schema.queryType.name).toBe('Query');
  });
});

describe('a service that counts', () => {
  let service: Service;
  beforeEach(async () => (service = await startService({ RATE_PER_KEY: '100', RATE_PER_ADDRESS: '50' })));
  afterEach(() => service.stop());

  it('tells what is left, and refuses what goes beyond it until the minute is over', async () => {
    const first = await ask(service, PAGE, bearer(KEYS.partner));
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=100;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=50;t=\d+$/);
    await ask(service, PAGE, bearer(KEYS.partner));
    const third = await ask(service, PAGE, bearer(KEYS.partner));
    expect(third.status).toBe(429);
    expect(third.body.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 100 });
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('takes a point for what it refuses, tells what is left, and lets it be spent', async () => {
    const big = '{ ideas(first: 79) { nodes { code } } }';
    expect((await ask(service, big, bearer(KEYS.partner))).headers.get('ratelimit')).toMatch(/^"key";r=20;/);
    const refused = await ask(service, big, bearer(KEYS.partner));
    expect([refused.status, refused.headers.get('ratelimit')]).toEqual([429, expect.stringMatching(/^"key";r=19;/)]);
    expect(refused.body.errors?.[0]?.message).toMatch(/asked for 80, which is more than are left: 19\./);
    expect((await ask(service, '{ viewer { name } }', bearer(KEYS.partner))).status).toBe(200);
    for (let left = 18; left > 0; left -= 1) {
      const again = await ask(service, big, bearer(KEYS.partner));
      expect(again.headers.get('ratelimit')).toMatch(new RegExp(`;r=${left - 1};`));
    }
    const spent = await ask(service, '{ viewer { name } }', bearer(KEYS.partner));
    expect([spent.status, spent.body.errors?.[0]?.message]).toEqual([429, expect.stringContaining('has used them')]);
  });

  it('counts each key for itself, and those without a key by their address', async () => {
    for (let i = 0; i < 3; i += 1) await ask(service, PAGE, bearer(KEYS.partner));
    expect((await ask(service, PAGE, bearer(KEYS.integrator))).status).toBe(200);
    expect((await ask(service, PAGE)).headers.get('ratelimit-policy')).toBe('"address";q=50;w=60');
    expect((await ask(service, PAGE)).status).toBe(429);
  });

  it('tells in extensions.cost what an operation cost, when asked to', async () => {
    const { body } = await ask(service, PAGE, { ...bearer(KEYS.partner), 'x-cost': '1' });
    expect(body.extensions.cost).toEqual({
      requested: 50,
      limit: 20_000,
      remaining: 50,
      resetSeconds: expect.any(Number),
    });
    expect((await ask(service, '{ viewer { name } }', bearer(KEYS.partner))).body.extensions.cost).toBeUndefined();
  });
});

let alone: Service | undefined;
afterEach(async () => {
  await alone?.stop();
  alone = undefined;
});

it('gives up a request that takes too long, and says that it changed nothing', async () => {
  const service = (alone = await startService({ REQUEST_TIMEOUT_MS: '1000' }));
  const readText = service.database.readText.bind(service.database);
  service.database.readText = async statement => {
    await new Promise(resolve => setTimeout(resolve, 1_500));
    return readText(statement);
  };
  const { status, body } = await ask(service, PAGE);
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'TIMEOUT']);
  expect(body.errors?.[0]?.message).toContain('it changed nothing');
  service.database.readText = readText;
  expect((await ask(service, '{ viewer { name } }')).status).toBe(200);
});
