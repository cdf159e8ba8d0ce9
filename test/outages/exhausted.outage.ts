import pg from 'pg';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, msUntil, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, startProcess } from '../support/service/process.js';

withPostgres('the service, while another holds the head of the activity log', () => {
  let cluster: Cluster;
  let holder: pg.Client;
  beforeAll(async () => (cluster = await startCluster()));
  beforeEach(async () => {
    holder = new pg.Client(cluster.url);
    await holder.connect();
  });
  afterEach(() => holder.end());
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  const hold = () => holder.query('begin; select from activity_head for update');
  const start = (settings: NodeJS.ProcessEnv) =>
    startProcess({ DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0', POOL_SIZE: '2', ...settings });

  it('cuts statements that wait too long, says so, keeps nothing of them, and does them when they are sent again', async () => {
    const service = await start({ STATEMENT_TIMEOUT_MS: '700' });
    const writes = new ManyWrites(2, 'Kapad', await techtankIn(cluster.url));
    await hold();
    await writes.sendAll(() => service.url);
    expect(writes.outcomes.map(({ code }) => code)).toEqual(['TIMEOUT', 'TIMEOUT']);
    await expectNothingStored('Kapad');
    await holder.query('rollback');
    await writes.sendTheRest(service.url);
    await expectNothingLost(cluster.url, 'Kapad', writes);
  });

  it('with no connection left answers what is short, refuses the rest after a while, and is well once they are free', async () => {
    const service = await start({ STATEMENT_TIMEOUT_MS: '60000' });
    const ask = (query: string) =>
      fetch(`${service.url}/graphql?${new URLSearchParams({ query })}`, {
        headers: { 'x-apollo-operation-name': 'x' },
      });
    const askKnown = () => ask('{ viewer { name } }');
    for (let times = 0; times < 3; times += 1) await askKnown();
    const writes = new ManyWrites(12, 'Trängd', await techtankIn(cluster.url));
    await hold();
    const sending = writes.sendAll(() => service.url, 12);
    await new Promise(resolve => setTimeout(resolve, 1_000));
    const began = performance.now();
    const read = await askKnown();
    figure(`a read that is known answered after ${Math.round(performance.now() - began)} ms`);
    expect([read.status, await read.json()]).toEqual([200, { data: { viewer: { name: 'anonymous' } } }]);
    const unknown = await ask('{ partners(first: 1) { totalCount } }');
    figure(`one that is not refused after ${Math.round(performance.now() - began)} ms`);
    expect((await unknown.json()).errors[0].extensions.code).toBe('UNAVAILABLE');

    await msUntil(async () => writes.failures.length > 0);
    await holder.query('rollback');
    await sending;
    const slowest = Math.max(...writes.failures.map(({ ms }) => ms));
    figure(`mutations refused after ${slowest} ms at most`);
    expect(slowest).toBeLessThan(8_000);
    for (const { code } of writes.failures) expect(code).toBe('UNAVAILABLE');
    await writes.sendTheRest(service.url);
    expect(writes.acknowledged.size).toBe(12);
    await expectNothingLost(cluster.url, 'Trängd', writes);
  });

  async function expectNothingStored(mark: string): Promise<void> {
    const { rows } = await holder.query(`select count(*)::int as ideas from idea where title_sv like $1`, [
      `${mark} %`,
    ]);
    expect(rows).toEqual([{ ideas: 0 }]);
  }
});
