import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, storedTitles, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, startProcess } from '../support/service/process.js';

withPostgres('the service, killed in the middle of a thousand mutations', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  it('has every acknowledged one once, none by half, and does the others when they are sent again', async () => {
    const settings = { DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0', REQUEST_TIMEOUT_MS: '5000' };
    const doomed = await startProcess(settings);
    const writes = new ManyWrites(1_000, 'Dödad', await techtankIn(cluster.url));
    const sending = writes.sendAll(() => doomed.url, 16);
    await writes.until(400);
    doomed.signal('SIGKILL');
    await Promise.all([doomed.exit, sending]);

    const acknowledged = writes.acknowledged.size;
    expect(acknowledged).toBeLessThan(1_000);
    await expectNothingLost(cluster.url, 'Dödad', writes);
    const stored = (await storedTitles(cluster.url, 'Dödad')).size;
    figure(`killed after ${acknowledged} acknowledged, ${stored} stored`);

    const next = await startProcess(settings);
    await writes.sendAll(() => next.url, 16);
    await writes.sendTheRest(next.url);
    expect(writes.acknowledged.size).toBe(1_000);
    await expectNothingLost(cluster.url, 'Dödad', writes);
    next.signal('SIGTERM');
    expect(await next.exit).toBe(0);
  });
});
