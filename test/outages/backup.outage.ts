import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { expectNothingLost, ManyWrites, rowsOf, techtankIn } from '../support/make/many-writes.js';
import { killTheRest, runProgram, startProcess } from '../support/service/process.js';

withPostgres('a backup', () => {
  let cluster: Cluster;
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-backup-'));
  chmodSync(folder, 0o777);
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
    rmSync(folder, { recursive: true });
  });

  it('that was made while the service wrote is restored with its activity log whole, and the service goes on with it', async () => {
    const service = await startProcess({ DATABASE_URL: cluster.url, SEED: 'demo', RATE_PER_KEY: '0' });
    const verified = runProgram('verify-audit.js', [], { DATABASE_URL: cluster.url });
    expect(await verified.exit).toBe(0);
    const head = /Head: (\S+)/.exec(verified.out())![1]!;

    const writes = new ManyWrites(2_000, 'Säkrad', await techtankIn(cluster.url));
    const sending = writes.sendAll(() => service.url, 4);
    await writes.until(20);
    const early = [...writes.acknowledged.keys()];
    const dump = join(folder, 'dump');
    await cluster.run('pg_dump', '-Fc', '-f', dump, cluster.url);
    writes.stop();
    await sending;

    const restoredUrl = cluster.url.replace(/postgres$/, 'restored');
    await rowsOf(cluster.url, 'create database restored');
    await cluster.run('pg_restore', '--exit-on-error', '-d', restoredUrl, dump);
    const again = runProgram('verify-audit.js', ['--head', head], { DATABASE_URL: restoredUrl });
    expect([await again.exit, again.out()]).toEqual([0, expect.stringMatching(/^Whole:/)]);
    const rows = await rowsOf<{ title: string }>(
      restoredUrl,
      `select title_sv as title from idea where title_sv like 'Säkrad %'`,
    );
    expect(rows.map(({ title }) => title)).toEqual(expect.arrayContaining(early.map(n => writes.title(n))));

    const next = await startProcess({ DATABASE_URL: restoredUrl, RATE_PER_KEY: '0' });
    const more = new ManyWrites(20, 'Sedan', await techtankIn(restoredUrl));
    await more.sendAll(() => next.url);
    expect(more.acknowledged.size).toBe(20);
    await expectNothingLost(restoredUrl, 'Sedan', more);
  });
});
