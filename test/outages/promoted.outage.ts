import { expectNothingLost, figure, ManyWrites, msUntil, techtankIn } from '../support/make/many-writes.js';
import { type PatroniCluster, startPatroni, withPatroni } from '../support/servers/patroni.js';
import { killTheRest, type RunningService, startProcess } from '../support/service/process.js';

withPatroni('a primary that is lost under load, with a replica that is promoted', () => {
  let cluster: PatroniCluster;
  let copies: RunningService[];
  beforeAll(async () => {
    cluster = await startPatroni();
    const settings = { DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0', REQUEST_TIMEOUT_MS: '5000' };
    copies = [await startProcess(settings), await startProcess(settings)];
  });
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  it('is followed by both copies within half a minute; nothing acknowledged is lost, and what is sent again is done once', async () => {
    let sent = 0;
    const writes = new ManyWrites(100_000, 'Befordrad', await techtankIn(primaryOf(cluster)));
    const sending = writes.sendAll(() => copies[sent++ % 2]!.url);
    await writes.until(200);
    const left = await cluster.killPrimary();
    const before = writes.acknowledged.size;
    const recovered = await msUntil(async () => writes.acknowledged.size > before + 16);
    expect(writes.failures).not.toEqual([]);
    await writes.until(before + 200);
    writes.stop();
    await sending;

    for (const { code } of writes.failures) expect(code).toBe('UNAVAILABLE');
    figure(
      `${writes.failures.length} clear errors, ${writes.acknowledged.size} acknowledged, well ${Math.round(recovered)} ms after`,
    );
    expect(recovered).toBeLessThan(30_000);
    for (const { url } of copies) await msUntil(async () => (await fetch(`${url}/ready`)).status === 200);
    await writes.sendTheRest(copies[0]!.url);
    await expectNothingLost(left, 'Befordrad', writes);
  });
});

/** The first of them is the primary until it is killed. */
const primaryOf = ({ url }: PatroniCluster) => url.replace(/,[^/]*/, '');
