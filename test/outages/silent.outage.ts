import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, msUntil, rowsOf, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, runProgram, startProcess } from '../support/service/process.js';

/** A change that has its idea's number and so holds up whoever wants the next; the log is written with the commit. */
const HOLDING = `select from pg_stat_activity
  where state = 'idle in transaction' and application_name = 'kickstart-s3' and query like 'insert into "%'`;

withPostgres('a change in the middle of which its process falls silent', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  it('holds other copies up for no longer than a statement may take, and goes on when it wakes', async () => {
    const settings = { DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0', STATEMENT_TIMEOUT_MS: '3000' };
    const silent = await startProcess({ ...settings, REQUEST_TIMEOUT_MS: '5000' });
    const other = await startProcess({ ...settings, STATEMENT_TIMEOUT_MS: '30000', REQUEST_TIMEOUT_MS: '30000' });
    const owner = await techtankIn(cluster.url);
    const [doomed, waiting] = [new ManyWrites(5_000, 'Tystnad', owner), new ManyWrites(8, 'Väntan', owner)];
    const sending = doomed.sendAll(() => silent.url);
    await doomed.until(100);
    await msUntil(async () => {
      silent.signal('SIGSTOP');
      if ((await rowsOf(cluster.url, HOLDING)).length > 0) return true;
      silent.signal('SIGCONT');
      return false;
    }, 20);
    const began = performance.now();
    await waiting.sendAll(() => other.url);
    const held = performance.now() - began;
    figure(`held up for ${Math.round(held)} ms, ${doomed.acknowledged.size} acknowledged before`);
    expect(waiting.failures).toEqual([]);
    expect(held).toBeGreaterThan(1_000);
    expect(held).toBeLessThan(6_000);

    silent.signal('SIGCONT');
    const before = doomed.acknowledged.size;
    await msUntil(async () => doomed.acknowledged.size > before + 100);
    doomed.stop();
    await sending;
    for (const { code } of doomed.failures) expect(['UNAVAILABLE', 'TIMEOUT']).toContain(code);
    await doomed.sendTheRest(silent.url);
    await expectNothingLost(cluster.url, 'Tystnad', doomed);
    await expectNothingLost(cluster.url, 'Väntan', waiting);
  });

  it('is waited for where it is an import whose source is slow', async () => {
    const run = runProgram('import.js', ['CSV', '-'], {
      DATABASE_URL: cluster.url,
      STATEMENT_TIMEOUT_MS: '1000',
    });
    const begun = `select from pg_stat_activity where state = 'idle in transaction' and application_name = 'kickstart-s3'`;
    await msUntil(async () => (await rowsOf(cluster.url, begun)).length > 0);
    await new Promise(resolve => setTimeout(resolve, 2_500));
    run.feed('Identifier,Title,Funder,Deadline\nSLOW-1,Slow,Funder,2031-01-01\n');
    expect([await run.exit, run.out()]).toEqual([0, expect.stringContaining('new SLOW-1')]);
  });
});
