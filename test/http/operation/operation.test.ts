import { setTimeout } from 'node:timers/promises';
import { getIntrospectionQuery, Kind, OperationTypeNode, parse } from 'graphql';
import { serverAudits } from 'graphql-http';
import { sendRaw } from '../../support/service/raw-request.js';
import { explorerExamples } from '../../../src/http/pages/explorer-examples.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService({ METRICS_TOKEN: 'scrape' })));
afterAll(() => service.stop());

const PREFLIGHT = { 'apollo-require-preflight': '1' };
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${service.url}${path}`, { headers });

describe('GraphQL over HTTP', () => {
  it.each([
    ['MUST', 13],
    ['SHOULD', 23],
  ])('passes every audit of the specification that says %s', async (level, count) => {
    const audits = serverAudits({ url: `${service.url}/graphql` }).filter(({ name }) => name.startsWith(level));
    const results = await Promise.all(audits.map(audit => audit.fn()));
    expect(results).toHaveLength(count);
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([]);
  });
});

describe('the probes', () => {
  it('says that the process lives, and that it may be sent requests', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
    const ready = await get('/ready');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('is not ready while the database lacks a migration, and says so', async () => {
    const [{ name }] = (await service.database.query<{ name: string }>(
      'delete from schema_migration where name = (select max(name) from schema_migration) returning name',
    )) as [{ name: string }];
    const response = await get('/ready');
    expect([response.status, await response.json()]).toEqual([503, { status: 'not ready', obstacle: 'MIGRATIONS' }]);
    await service.database.query('insert into schema_migration (name) values ($1)', [name]);
    expect((await get('/ready')).status).toBe(200);
  });
});

describe('the metrics', () => {
  it('are for those who know the token', async () => {
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { authorization: 'Bearer scrapE' })).status).toBe(401);
    expect((await get('/metrics', { authorization: 'Bearer scrape' })).status).toBe(200);
  });

  it('count requests, operations and statements, and name nothing that a caller chose', async () => {
    await service.as().run('query SecretName { ideas(first: 1) { nodes { code } } }');
    await service.as().ask('{ idea { code } }');
    await get('/no/such/route');
    const text = await (await get('/metrics', { authorization: 'Bearer scrape' })).text();
    expect(text).toMatch(/http_request_duration_seconds_count\{route="\/graphql",method="POST",status="200"\} [1-9]/);
    expect(text).toMatch(/graphql_operation_duration_seconds_count\{type="query",outcome="OK"\} [1-9]/);
    expect(text).toMatch(/graphql_operation_duration_seconds_count\{type="query",outcome="BAD_USER_INPUT"\} 1/);
    expect(text).toMatch(/database_statement_duration_seconds_count [1-9]/);
    expect(text).toMatch(/database_connections_total \d/);
    expect(text).not.toMatch(/SecretName|such/);
  });

  it('tell the longest that the service stood still since they were last read', async () => {
    const longest = async () => {
      const text = await (await get('/metrics', { authorization: 'Bearer scrape' })).text();
      return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)![1]);
    };
    await longest();
    await setTimeout(50);
    for (const end = performance.now() + 1_500; performance.now() < end;);
    await setTimeout(50);
    expect(await longest()).toBeGreaterThan(1);
    expect(await longest()).toBeLessThan(1);
  });
});

describe('every answer', () => {
  it('carries an id: the one that the caller gave, if it is decent, otherwise a new one', async () => {
    const idOf = async (given: string) =>
      (await get('/health', { 'x-request-id': given })).headers.get('x-request-id') ?? '';
    expect(await idOf('trace-0123456789')).toBe('trace-0123456789');
    expect(await idOf('"><script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['/graphql?query={__typename}', '/health', '/no/such/route'])('is secured: %s', async path => {
    const { headers } = await get(path, { 'apollo-require-preflight': '1' });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/graphql', '/health', '/metrics', '/no/such/route'])(
    'may not be kept, unless it says so: %s',
    async path => {
      const body = JSON.stringify({ query: '{ viewer { name } }' });
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      for (const answer of [await get(path), await fetch(`${service.url}${path}`, sent)])
        expect(answer.headers.get('cache-control')).toMatch(/no-store|no-cache/);
    },
  );

  it.each([
    '/graphql?query={viewer{name}}',
    '/graphql/stream',
    '/',
    '/explorer',
    '/health',
    '/calendar.ics',
    '/no/such',
  ])('does not depend on what the caller calls the service: %s', async path => {
    for (const host of ['[', ':', 'a b', '%00', '']) {
      const { status } = await sendRaw(service.url, { method: 'GET', path, headers: { host, ...PREFLIGHT } });
      expect(status).toBeLessThan(500);
    }
  });

  it('may be read by pages of every origin, since nobody is known by a cookie', async () => {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://dashboard.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('the explorer', () => {
  it('has a page under the policy of all pages', async () => {
    const page = await get('/explorer');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each(explorerExamples(true).map(example => [example.query.split('\n')[0]!, example] as const))(
    'has a document that runs as it stands: %s',
    async (_title, { query, variables, key }) => {
      const operations = parse(query).definitions.filter(each => each.kind === Kind.OPERATION_DEFINITION);
      // A subscription is followed elsewhere; where a document has several, the first one is what the variables are for.
      const { name } = operations.find(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION)!;
      const response = await fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query, variables, operationName: name!.value }),
      });
      const { data, errors } = (await response.json()) as { data: Record<string, any>; errors?: unknown };
      expect(errors).toBeUndefined();
      for (const answer of Object.values(data)) expect(answer.userErrors ?? []).toEqual([]);
    },
  );

  it('is told of them, with keys of the demo data', async () => {
    const { examples } = (await (await get('/explorer.json')).json()) as { examples: unknown };
    expect(examples).toEqual(explorerExamples(true));
  });

  it('offers no key where there is no demo data', () => {
    expect(explorerExamples(false).length).toBeGreaterThan(5);
    expect(explorerExamples(false).filter(({ key }) => key !== null)).toEqual([]);
  });

  it('asks for the schema as anybody may', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
    const { data, errors } = await service.as(null).ask(query);
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });
});

describe('who opens the address of the API in a browser', () => {
  it.each(['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'])(
    'gets an answer and no page: %s',
    async accept => {
      for (const query of ['', '?query={viewer{name}}']) {
        const response = await get(`/graphql${query}`, { accept, ...PREFLIGHT });
        expect(response.headers.get('content-type')).toContain('application/json');
        expect(response.status).toBe(query === '' ? 400 : accept === 'text/html' ? 406 : 200);
      }
    },
  );
});

it('does nothing for whoever accepts no form of its answer', async () => {
  const made = () => service.database.query('select from api_key where name = $1', ['Unread']);
  const query = 'mutation { createApiKey(input: { name: "Unread", role: ADMIN }) { secret } }';
  const ask = (accept: string) =>
    fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEYS.admin}`, accept },
      body: JSON.stringify({ query }),
    });
  expect([(await ask('image/png')).status, (await made()).length]).toEqual([406, 0]);
  expect([(await ask('*/*')).status, (await made()).length]).toEqual([200, 1]);
});

describe('what is not GraphQL', () => {
  it('is refused in the same form where the address is none', async () => {
    const response = await get('/ideas/%zz');
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['a path that is not there', '/nothing', {}, 404, 'NOT_FOUND'],
    ['a form', '/graphql', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['broken JSON', '/graphql', { 'content-type': 'application/json' }, 400, 'BAD_REQUEST'],
  ])('is refused in the form of a GraphQL answer: %s', async (_what, path, headers, status, code) => {
    const response = await fetch(`${service.url}${path}`, { method: 'POST', headers, body: '{"query":' });
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors).toEqual([{ message: expect.any(String), extensions: { code } }]);
  });
});

it.each([null, 'C'])(
  'a document of two operations, of which none is meant (%s), is refused as such',
  async operationName => {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName }),
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  },
);
