import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Database } from '../../../../src/database/database.js';
import { Make } from '../../../support/make/make.js';
import { type Service, startService } from '../../../support/service/service.js';

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

const IDEA = 'query ($code: String!) { idea(code: $code) { code title } }';
/** What it takes until a statement is known to be short: some uses, of which the first may be slow. */
const PATIENCE = 50;

onServer('answers that are read while it is looked up who asks (with TEST_DATABASE_URL)', () => {
  let service: Service;
  let make: Make;
  let early = 0;
  /** Counts what is sent behind a look. */
  const counted = (database: Database): Database => ({
    ...database,
    readText: (statement, revision, follow) =>
      database.readText(
        statement,
        revision,
        follow &&
          (send =>
            follow(next => {
              const sent = send(next);
              if (sent) early += 1;
              return sent;
            })),
      ),
  });
  beforeAll(async () => {
    const settings = { DEBUG_STATEMENTS: 'false', ANSWERS_KEPT_MIB: '0', RATE_PER_KEY: '200' };
    service = await startService(settings, counted);
    make = new Make(service.database);
  }, 60_000);
  afterAll(() => service.stop());

  async function ask(key: string, code: string) {
    const before = early;
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: IDEA, variables: { code } }),
    });
    const { data, errors } = (await response.json()) as { data?: { idea: unknown }; errors?: any[] };
    return {
      status: response.status,
      idea: data?.idea,
      code: errors?.[0]?.extensions.code,
      left: Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]),
      isEarly: early > before,
    };
  }

  /** Asks until an answer is read early. */
  async function askEarly(key: string, code: string) {
    for (let time = 0; time < PATIENCE; time++) {
      const answer = await ask(key, code);
      if (answer.isEarly) return answer;
    }
    throw new Error('nothing is read early');
  }

  const change = (sets: string, name: string) =>
    service.database.query(`update api_key set ${sets} where id = (select max(id) from api_key where role = $1)`, [
      name,
    ]);

  it('are the same as those that are read afterwards', async () => {
    const { code } = await make.idea({ visibility: 'PARTNERS' });
    const key = await make.key('INTEGRATOR');
    const first = await ask(key, code);
    expect(first).toMatchObject({ status: 200, isEarly: false, idea: { code } });
    expect((await askEarly(key, code)).idea).toEqual(first.idea);
  });

  it('are never given to whose key was revoked, and read for it no more', async () => {
    const { code } = await make.idea({ visibility: 'PARTNERS' });
    const key = await make.key('INTEGRATOR');
    await askEarly(key, code);
    await change('revoked_at = now()', 'INTEGRATOR');
    expect(await ask(key, code)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', idea: undefined });
    expect(await ask(key, code)).toMatchObject({ status: 401, isEarly: false });
  });

  it('follow the rights that a key has at the moment', async () => {
    const { code } = await make.idea({ visibility: 'CONSORTIUM' });
    const key = await make.key('INTEGRATOR');
    expect((await askEarly(key, code)).idea).toBeNull();
    await change(`grants = '{ALL_IDEAS}'`, 'INTEGRATOR');
    expect((await ask(key, code)).idea).toMatchObject({ code });
    await askEarly(key, code);
    await change(`grants = '{}'`, 'INTEGRATOR');
    expect((await ask(key, code)).idea).toBeNull();
  });

  it('are as new as the log was when the request came', async () => {
    const { id, code } = await make.idea({ visibility: 'PARTNERS' });
    const key = await make.key('INTEGRATOR');
    await askEarly(key, code);
    for (const title of ['En', 'Två', 'Tre']) {
      await service.database.query('update idea set title_sv = $2 where id = $1', [id, title]);
      expect(await ask(key, code)).toMatchObject({ isEarly: true, idea: { title } });
    }
  });

  it('cost their points once, and are not read for who has none left', async () => {
    const { code } = await make.idea({ visibility: 'PARTNERS' });
    const key = await make.key('INTEGRATOR');
    const { left } = await askEarly(key, code);
    expect((await ask(key, code)).left).toBe(left - 1);
    for (let points = left - 1; points > 0; points--) await ask(key, code);
    expect(await ask(key, code)).toMatchObject({ status: 429, code: 'RATE_LIMITED', isEarly: false });
  });

  it('cost a key nothing where its rights have changed, or let nobody in any more', async () => {
    const { code } = await make.idea({ visibility: 'PARTNERS' });
    const key = await make.key('INTEGRATOR');
    const { left } = await askEarly(key, code);
    await change(`grants = '{ALL_IDEAS}'`, 'INTEGRATOR');
    expect(await ask(key, code)).toMatchObject({ status: 200, left: left - 1 });
    await change('revoked_at = now()', 'INTEGRATOR');
    expect(await ask(key, code)).toMatchObject({ status: 401 });
    await change('revoked_at = null', 'INTEGRATOR');
    expect(await ask(key, code)).toMatchObject({ status: 200, left: left - 2 });
  });

  it('are expected of whoever asked by the same header, and not of who said later in a WebSocket who it is', async () => {
    const { code } = await make.idea({ visibility: 'PARTNERS' });
    const [one, other] = [await make.key('INTEGRATOR'), await make.key('ADMIN')];
    const { left } = await askEarly(other, code);
    await askEarly(one, code);
    const headers = { authorization: `Bearer ${one}` };
    const client = createClient({
      url: `${service.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, { headers });
        }
      },
      connectionParams: { authorization: `Bearer ${other}` },
      lazy: false,
    });
    await new Promise(resolve => client.on('connected', resolve));
    expect(await ask(one, code)).toMatchObject({ isEarly: true, idea: { code } });
    await client.dispose();
    // The connection has taken one, and this takes another.
    expect((await ask(other, code)).left).toBe(left - 2);
  });
});
