import fastify, { type FastifyInstance } from 'fastify';
import { admitAll, admissionOfRoutes, everybody } from '../../../src/http/admission/admission.js';
import { HttpRefusal } from '../../../src/http/refusals/refusal.js';
import { untrustedProxies } from '../../../src/http/admission/proxies.js';
import { addSteps } from '../../../src/http/step.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

describe('a server', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    server = fastify();
    const admission = admissionOfRoutes(() => {
      throw new HttpRefusal(418, 'BAD_REQUEST', 'Nothing is here.');
    });
    await addSteps(server, [admission]);
  });
  afterEach(() => server.close());

  it.each(['GET', 'POST'])('does not start with a route that forgot to state its admission: %s', async method => {
    server.get('/stated', { config: { admission: everybody } }, () => 'here');
    server.route({ method, url: '/forgotten', handler: () => 'here' });
    await expect(server.ready()).rejects.toThrow(`Routes that don't state their admission: ${method} /forgotten`);
  });

  it('asks the admission of the route, that of its scope, and elsewhere that of addresses without one', async () => {
    const asked: string[] = [];
    server.get('/one', { config: { admission: ({ url }) => void asked.push(`one ${url}`) } }, () => 'here');
    await server.register(async scope => {
      admitAll(scope, ({ url }) => void asked.push(`scope ${url}`));
      scope.get('/two', () => 'here');
    });
    const statuses = [];
    for (const url of ['/one', '/two', '/three']) statuses.push((await server.inject({ url })).statusCode);
    expect(asked).toEqual(['one /one', 'scope /two']);
    expect(statuses).toEqual([200, 200, 418]);
  });
});

describe('requests that come by a proxy', () => {
  async function linesOf(trusted: string[], headers: Record<string, string>): Promise<string[]> {
    const lines: string[] = [];
    const server = fastify({ logger: { level: 'warn', stream: { write: line => void lines.push(line) } } });
    await addSteps(server, [untrustedProxies(trusted)]);
    server.get('/', () => 'here');
    for (let i = 0; i < 3; i += 1) await server.inject({ url: '/', headers });
    await server.close();
    return lines;
  }

  it.each(['x-forwarded-for', 'forwarded'])('are told of once, unless some proxy is trusted: %s', async name => {
    const headers = { [name]: '192.0.2.7' };
    const lines = await linesOf([], headers);
    expect(lines).toEqual([expect.stringContaining('TRUST_PROXY is not set')]);
    expect(lines[0]).not.toContain('192.0.2.7');
    expect(await linesOf(['127.0.0.1'], headers)).toEqual([]);
    expect(await linesOf([], {})).toEqual([]);
  });
});

const API = '/graphql?query={__typename}';
/** Doors of every kind that look at keys. */
const KEYED = [
  ...['/export/ideas.csv', '/export/calls.xlsx', '/export/pipeline.csv', '/calendar.ics'],
  ...['/common-grants/opportunities', '/gdp/utlysningar', API],
];
const PAGES = ['/', '/explorer', '/sign-in.json', '/no/such/page'];

describe('every door', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({
      RATE_PER_ADDRESS: '7',
      FAILED_KEYS_PER_ADDRESS: '2',
      METRICS_TOKEN: 'scrape',
      TRUST_PROXY: '127.0.0.1',
    });
  });
  afterAll(() => service.stop());

  /** Asks from an address of one's own. */
  const statusesFrom = async (address: string, paths: readonly string[], key?: string): Promise<number[]> => {
    const headers = {
      'apollo-require-preflight': '1',
      'x-forwarded-for': address,
      ...(key && { authorization: `Bearer ${key}` }),
    };
    const statuses = [];
    for (const path of paths) {
      const answer = await fetch(`${service.url}${path}`, { headers });
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
    return statuses;
  };

  it('is shut for who has used up the points of the address, but for probes, pages and keys', async () => {
    const ask = (paths: readonly string[], key?: string) => statusesFrom('192.0.2.1', paths, key);
    expect(await ask(['/export/ideas.csv'])).toEqual([200]);
    expect(await ask(KEYED)).toEqual(KEYED.map(() => 429));
    expect(await ask(KEYED, KEYS.integrator)).toEqual(KEYED.map(() => 200));
    expect(await ask(['/health', '/ready', '/'])).toEqual([200, 200, 200]);
  });

  it('is shut for who asks for too many pages, and then only for pages', async () => {
    const ask = (paths: readonly string[]) => statusesFrom('192.0.2.2', paths);
    expect(await ask([...PAGES, '/', '/', '/'])).toEqual([200, 200, 200, 404, 200, 200, 200]);
    expect(await ask(PAGES)).toEqual(PAGES.map(() => 429));
    expect(await ask(['/health', API])).toEqual([200, 200]);
  });

  it.each([...KEYED, '/metrics'])('counts keys that let nobody in, and shuts out nobody else: %s', async path => {
    const address = `198.51.100.${[...KEYED, '/metrics'].indexOf(path)}`;
    const tries = [1, 2, 3, 4].map(each => statusesFrom(address, [path], `ks3_guess_${each}`));
    expect((await Promise.all(tries)).flat().sort()).toEqual([401, 401, 429, 429]);
    expect(await statusesFrom(address, KEYED, 'ks3_guess')).toEqual(KEYED.map(() => 429));
    expect(await statusesFrom(address, [path], path === '/metrics' ? 'scrape' : KEYS.integrator)).toEqual([200]);
    expect(await statusesFrom(address, [API])).toEqual([200]);
  });
});
