import type { Migrator } from '@mikro-orm/migrations';
import { connect } from '../support/service/blank-database.js';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { rowsOf } from '../support/make/many-writes.js';
import { killTheRest, runProgram, startProcess } from '../support/service/process.js';

const TOLD = `select (select count(*)::int from idea) as ideas, (select sequence from activity_head) as head,
  (select md5(string_agg(i::text, '' order by id)) from idea i) as content`;

withPostgres('the migrations on a full database', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  const startAndStop = async () => {
    const service = await startProcess({ DATABASE_URL: cluster.url, SEED: 'demo' });
    service.signal('SIGTERM');
    expect(await service.exit).toBe(0);
  };

  it('go back to the foundation and forward again without touching what it holds', async () => {
    await startAndStop();
    const before = await rowsOf(cluster.url, TOLD);
    const database = await connect(cluster.url);
    const { migrator } = database.orm as unknown as { migrator: Migrator };
    await migrator.down({ to: '001-foundation' });
    expect(await database.pendingMigrations()).not.toEqual([]);
    expect(await rowsOf(cluster.url, TOLD)).toEqual(before);
    await database.migrate();
    await database.close();
    expect(await rowsOf(cluster.url, TOLD)).toEqual(before);
    const verified = runProgram('verify-audit.js', [], { DATABASE_URL: cluster.url });
    expect(await verified.exit).toBe(0);
  });

  it('go back to nothing and forward again, and the database can be filled once more', async () => {
    const database = await connect(cluster.url);
    const { migrator } = database.orm as unknown as { migrator: Migrator };
    await migrator.down({ to: 0 });
    expect(
      await rowsOf(cluster.url, `select to_regclass('idea') as idea, to_regclass('activity') as activity`),
    ).toEqual([{ idea: null, activity: null }]);
    await database.close();
    await startAndStop();
    const [filled] = await rowsOf<{ ideas: number }>(cluster.url, TOLD);
    expect(filled!.ideas).toBeGreaterThan(30);
  });
});
