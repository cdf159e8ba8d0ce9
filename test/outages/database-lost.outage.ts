import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, msUntil, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, type RunningService, startProcess } from '../support/service/process.js';

withPostgres('PostgreSQL, gone under load', () => {
  let cluster: Cluster;
  let service: RunningService;
  beforeAll(async () => {
    cluster = await startCluster();
    service = await startProcess({
      DATABASE_URL: cluster.url,
      SEED: 'demo',
      RATE_PER_KEY: '0',
      REQUEST_TIMEOUT_MS: '5000',
    });
  });
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  it.each<['restarted' | 'shut down at once', 'fast' | 'immediate', number]>([
    ['restarted', 'fast', 0],
    ['shut down at once', 'immediate', 2_000],
  ])('is told by a clear error and found again without a restart of the service: %s', async (how, mode, awayMs) => {
    const writes = new ManyWrites(5_000, how, await techtankIn(cluster.url));
    const sending = writes.sendAll(() => service.url);
    await writes.until(100);
    await cluster.stop(mode);
    if (awayMs > 0) expect((await fetch(`${service.url}/ready`)).status).toBe(503);
    expect((await fetch(`${service.url}/health`)).status).toBe(200);
    await new Promise(resolve => setTimeout(resolve, awayMs));
    await cluster.start();
    const before = writes.acknowledged.size;
    const recovered = await msUntil(async () => writes.acknowledged.size > before);
    await writes.until(before + 100);
    writes.stop();
    await sending;

    expect(writes.failures.length).toBeGreaterThan(0);
    for (const { status, code, message, retryAfter } of writes.failures) {
      expect({ code, message }).toEqual({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(/^The database cannot be reached at the moment\./),
      });
      if (status !== 200) expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '1' });
    }
    expect(recovered).toBeLessThan(10_000);
    figure(
      `${how}: ${writes.failures.length} clear errors, ${writes.acknowledged.size} acknowledged, well ${Math.round(recovered)} ms after`,
    );
    await writes.sendTheRest(service.url);
    await expectNothingLost(cluster.url, how, writes);
    expect((await fetch(`${service.url}/ready`)).status).toBe(200);
  });
});
