import type { Migrator } from '@mikro-orm/migrations';
import { connect } from '../support/service/blank-database.js';
import { type Cluster, startCluster, withPostgres } from '../support/servers/cluster.js';
import { rowsOf } from '../support/make/many-writes.js';
import { killTheRest, runProgram, startProcess } from '../support/service/process.js';

const TOLD = `select (select count(*)::int from idea) as ideas, (select sequence from activity_head) as head,
  (select md5(string_agg(i::text, '' order by id)) from idea i) as content,
  (select md5(string_agg(concat(slug, name), '' order by id)) from partner p) as partners`;

withPostgres('the migrations on a full database', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()));
  afterAll(async () => {
    killTheRest();
    await cluster.remove();
  });

  const startAndStop = async (SEED: 'reference' | 'demo') => {
    const service = await startProcess({ DATABASE_URL: cluster.url, SEED });
    service.signal('SIGTERM');
    expect(await service.exit).toBe(0);
  };
  const goBack = async (to: string | 0) => {
    const database = await connect(cluster.url);
    const { migrator } = database.orm as unknown as { migrator: Migrator };
    await migrator.down({ to }).finally(() => database.close());
  };

  it('go back to the foundation and forward again without touching what a new installation holds', async () => {
    await startAndStop('reference');
    const before = await rowsOf(cluster.url, TOLD);
    await goBack('001-foundation');
    expect(await rowsOf(cluster.url, TOLD)).toEqual(before);
    await startAndStop('reference');
    expect(await rowsOf(cluster.url, TOLD)).toEqual(before);
    const verified = runProgram('verify-audit.js', [], { DATABASE_URL: cluster.url });
    expect(await verified.exit).toBe(0);
  });

  it('go back to nothing and forward again, and the database can be filled once more', async () => {
    await goBack(0);
    expect(
      await rowsOf(cluster.url, `select to_regclass('idea') as idea, to_regclass('activity') as activity`),
    ).toEqual([{ idea: null, activity: null }]);
    await startAndStop('demo');
    const [filled] = await rowsOf<{ ideas: number }>(cluster.url, TOLD);
    expect(filled!.ideas).toBeGreaterThan(30);
  });

  it('go no way back over what the versions before have no room for', async () => {
    const before = await rowsOf(cluster.url, TOLD);
    await expect(goBack('001-foundation')).rejects.toThrow('there is no way back');
    expect(await rowsOf(cluster.url, TOLD)).toEqual(before);
  });
});
