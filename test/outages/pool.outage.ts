import { type Cluster, startCluster } from '../support/servers/cluster.js';
import { KEYS } from '../support/make/keys.js';
import { expectNothingLost, ManyWrites, msUntil, rowsOf, techtankIn } from '../support/make/many-writes.js';
import { type Pooler, startPgBouncer, withPgBouncer } from '../support/servers/pgbouncer.js';
import { killTheRest, type RunningService, runProgram, startProcess } from '../support/service/process.js';
import { callerOf } from '../support/service/service.js';

const FIELDS = ['code', 'title', 'stage', 'summary', 'version', 'updatedAt', 'daysInStage'];

/** Documents that differ, each asked often enough to be worth preparing. */
const DOCUMENTS = Array.from(
  { length: 40 },
  (_, n) =>
    `{ ideas(first: ${(n % 7) + 1}, orderBy: {field: CODE, direction: ASC}) { nodes { ${FIELDS.filter(
      (_field, at) => (n + 1) & (1 << at),
    ).join(' ')} id } } }`,
);

withPgBouncer('behind a pool that lends a connection for one transaction, and knows no prepared statements', () => {
  let cluster: Cluster;
  let pooler: Pooler;
  const settings = (more: NodeJS.ProcessEnv = {}) => ({
    ...{ DATABASE_URL: pooler.url, DIRECT_DATABASE_URL: cluster.url, SEED: 'demo', ANSWERS_KEPT_MIB: '0' },
    ...{ RATE_PER_KEY: '0', RATE_PER_ADDRESS: '0' },
    ...more,
  });
  const refusedWith = async (more: NodeJS.ProcessEnv) => {
    const run = runProgram('main.js', [], { PORT: '0', ...settings(more) });
    return [await run.exit, run.errors().trim()];
  };
  beforeAll(async () => {
    cluster = await startCluster();
    pooler = await startPgBouncer(cluster);
  });
  afterAll(async () => {
    killTheRest();
    await pooler.end();
    await cluster.remove();
  });

  it('the service says that it needs the address of the server itself', async () => {
    const said = expect.stringMatching(/^DATABASE_URL: leads to a pool .*DIRECT_DATABASE_URL/);
    expect(await refusedWith({ DIRECT_DATABASE_URL: '' })).toEqual([2, said]);
    const silent = await startPgBouncer(cluster, { ignore_startup_parameters: 'options' });
    expect(await refusedWith({ DATABASE_URL: silent.url, DIRECT_DATABASE_URL: '' })).toEqual([2, said]);
    await silent.end();
    const role = await startPgBouncer(cluster, { default_pool_size: '2' });
    expect(await refusedWith({ DATABASE_URL: role.url, DIRECT_DATABASE_URL: role.url })).toEqual([
      2,
      expect.stringContaining('alter role "postgres" set TimeZone = \'UTC\';'),
    ]);
    await role.end();
  });

  it('sessions of its role are set as it says, and then it starts', async () => {
    const [, said] = await refusedWith({});
    const statements = /: (alter role .*)$/.exec(String(said))![1]!;
    await rowsOf(cluster.url, statements);
    await pooler.tell('RECONNECT');
    const service = await startProcess(settings());
    expect((await fetch(`${service.url}/ready`)).status).toBe(200);
    service.signal('SIGTERM');
    expect(await service.exit).toBe(0);
  });

  it('it will not keep statements prepared that the pool would mix up, nor listen where nothing is heard', async () => {
    expect(await refusedWith({ PREPARED_STATEMENTS: 'true' })).toEqual([
      2,
      expect.stringMatching(/^PREPARED_STATEMENTS: the pool mixes up/),
    ]);
    expect(await refusedWith({ DIRECT_DATABASE_URL: pooler.url })).toEqual([
      2,
      expect.stringMatching(/^DIRECT_DATABASE_URL: leads to a pool that drops NOTIFY/),
    ]);
  });

  describe('two copies', () => {
    let copies: RunningService[];
    beforeAll(async () => (copies = [await startProcess(settings()), await startProcess(settings())]));

    it('answer what a copy at the server itself answers, whoever asks beside', async () => {
      const direct = await startProcess(settings({ DATABASE_URL: cluster.url, DIRECT_DATABASE_URL: '' }));
      const ask = async ({ url }: RunningService, document: string) => {
        const { data, errors } = await callerOf(url, KEYS.admin).ask(document);
        return errors ? { errors } : data;
      };
      const expected = await Promise.all(DOCUMENTS.map(document => ask(direct, document)));
      for (let round = 0; round < 6; round += 1) {
        const answers = await Promise.all(DOCUMENTS.map((document, n) => ask(copies[(n + round) % 2]!, document)));
        expect(answers).toEqual(expected);
      }
      direct.signal('SIGTERM');
      await direct.exit;
    });

    it('lose no acknowledged change', async () => {
      const writes = new ManyWrites(200, 'Poolad', await techtankIn(cluster.url));
      let sent = 0;
      await writes.sendAll(() => copies[sent++ % 2]!.url);
      expect(writes.failures).toEqual([]);
      await expectNothingLost(cluster.url, 'Poolad', writes);
    });

    it('tell each other what happened', async () => {
      const [one, other] = copies as [RunningService, RunningService];
      const stream = await fetch(
        `${other.url}/graphql?query=${encodeURIComponent('subscription { ideasChanged { title } }')}`,
        { headers: { accept: 'text/event-stream', authorization: `Bearer ${KEYS.admin}` } },
      );
      let heard = '';
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      const reading = (async () => {
        for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value;
      })().catch(() => undefined);
      const writes = new ManyWrites(1, 'Hörd', await techtankIn(cluster.url));
      await writes.sendAll(() => one.url);
      expect(await msUntil(async () => heard.includes('Hörd'))).toBeLessThan(5_000);
      await reader.cancel();
      await reading;
    });
  });
});
