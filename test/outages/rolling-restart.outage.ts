import { type Cluster, freePort, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, type RunningService, startProcess } from '../support/service/process.js';

withPostgres('two copies behind a client that goes to the next where one is gone', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  it('are restarted one after the other without a failed request', async () => {
    const ports = [await freePort(), await freePort()];
    const start = (port: number) =>
      startProcess({ DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0', PORT: String(port) });
    const copies: RunningService[] = [await start(ports[0]!), await start(ports[1]!)];
    const writes = new ManyWrites(3_000, 'Rullad', await techtankIn(cluster.url));
    let [sent, passedOn, stopped] = [0, 0, false];
    const failed: unknown[] = [];
    const client = async () => {
      while (!stopped) {
        const n = sent++;
        for (let attempt = 0; ; attempt += 1) {
          const outcome = await writes.send(`http://127.0.0.1:${ports[(n + attempt) % 2]}`, n);
          if (outcome.idea) break;
          // Who was not answered at all asks the other copy; an error of the service is a failed request.
          if (outcome.status !== null || attempt > 0) failed.push(outcome);
          if (outcome.status !== null || attempt > 0) break;
          passedOn += 1;
        }
      }
    };
    const clients = Promise.all([client(), client(), client(), client()]);
    for (const index of [0, 1]) {
      await new Promise(resolve => setTimeout(resolve, 1_000));
      copies[index]!.signal('SIGTERM');
      expect(await copies[index]!.exit).toBe(0);
      copies[index] = await start(ports[index]!);
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
    stopped = true;
    await clients;

    expect(failed).toEqual([]);
    expect(writes.acknowledged.size).toBe(sent);
    const broken = writes.failures.map(({ code }) => code).filter(code => code !== 'ECONNREFUSED').length;
    figure(`${sent} requests, ${passedOn} passed on to the other copy, ${broken} of them on a broken connection`);
    await expectNothingLost(cluster.url, 'Rullad', writes);
  });
});
