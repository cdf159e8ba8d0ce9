import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, figure, ManyWrites, msUntil, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, startProcess } from '../support/service/process.js';

/** Only root may mount a small disk; without it there is nothing to fill. */
const asRoot = process.getuid?.() === 0 ? withPostgres : describe.skip;

asRoot('a disk that is full (as root, on a tmpfs)', () => {
  const disk = mkdtempSync(join(tmpdir(), 'kickstart-s3-disk-'));
  let cluster: Cluster;
  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]);
    const settings = { max_wal_size: '16MB', min_wal_size: '2MB' };
    cluster = await startCluster({ folder: disk, settings }).catch((error: unknown) => {
      execFileSync('umount', ['-l', disk]);
      throw error;
    });
  });
  afterAll(async () => {
    killTheRest();
    if (await cluster.isRunning()) await cluster.stop('immediate');
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  });

  it('is told by a clear error, costs nothing that was acknowledged, and is over when there is room again', async () => {
    const service = await startProcess({
      DATABASE_URL: cluster.url,
      SEED: 'demo',
      RATE_PER_KEY: '0',
      REQUEST_TIMEOUT_MS: '3000',
    });
    const writes = new ManyWrites(5_000, 'Full', await techtankIn(cluster.url));
    const { bavail, bsize } = statfsSync(disk);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 600_000));
    const sending = writes.sendAll(() => service.url);
    await msUntil(async () => writes.failures.length > 20);
    writes.stop();
    await sending;
    // A server that hangs before it gives up is told as what it is.
    for (const { code } of writes.failures) expect(['UNAVAILABLE', 'TIMEOUT']).toContain(code);
    const stood = await cluster.isRunning();
    figure(`full after ${writes.acknowledged.size} acknowledged; PostgreSQL ${stood ? 'stood' : 'had given up'}`);

    rmSync(ballast);
    if (!stood) await cluster.start();
    await writes.sendTheRest(service.url);
    await expectNothingLost(cluster.url, 'Full', writes);
  });
});
