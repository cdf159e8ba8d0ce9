import { type Cluster, startCluster, startReplica, withPostgres } from '../support/servers/cluster.js';
import { KEYS } from '../support/make/keys.js';
import { figure, msUntil, rowsOf, techtankIn } from '../support/make/many-writes.js';
import { metricOf } from '../support/service/metrics.js';
import { killTheRest, type RunningService, startProcess } from '../support/service/process.js';
import { callerOf } from '../support/service/service.js';

const CREATE = `mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id version } userErrors { code } } }`;
const RETITLE = `mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { idea { title } userErrors { code } } }`;
const TITLE = `query($id: ID!) { idea(id: $id) { title } }`;
const BOARD = `{ ideas(first: 20) { totalCount nodes { code title owner { name } } } pipeline { total } }`;

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

withPostgres('a replica that answers reads', () => {
  let primary: Cluster;
  let replica: Cluster;
  let one: RunningService;
  let other: RunningService;
  let ideaId: string;
  beforeAll(async () => {
    primary = await startCluster();
    replica = await startReplica(primary);
    const settings = {
      DATABASE_URL: primary.url,
      READ_DATABASE_URL: replica.url,
      SEED: 'demo',
      RATE_PER_KEY: '0',
      RATE_PER_ADDRESS: '0',
      ANSWERS_KEPT_MIB: '0',
      LOG_LEVEL: 'warn',
    };
    one = await startProcess(settings);
    other = await startProcess(settings);
    const input = { title: { sv: 'Ny' }, summary: { sv: 'Kort' }, ownerId: await techtankIn(primary.url) };
    ideaId = (await admin(one).run<any, object>(CREATE, { input })).createIdea.idea.id;
    await served(one);
  });
  afterAll(async () => {
    killTheRest();
    await replica.remove();
    await primary.remove();
  });

  const admin = ({ url }: RunningService) => callerOf(url, KEYS.admin);
  const retitle = async (service: RunningService, sv: string) => {
    const { updateIdea } = await admin(service).run<any, object>(RETITLE, { input: { id: ideaId, title: { sv } } });
    expect(updateIdea).toEqual({ idea: { title: sv }, userErrors: [] });
  };
  const titleSeenBy = async (service: RunningService) =>
    (await admin(service).run<any, object>(TITLE, { id: ideaId })).idea.title;
  const readyOf = async ({ url }: RunningService) => {
    const response = await fetch(`${url}/ready`);
    return [response.status, await response.json()];
  };

  const readsBy = async (service: RunningService, by: 'replica' | 'primary') =>
    metricOf(service, `database_reads_total{by="${by}"}`);

  /** How many reads the replica and the primary answer during a deed. */
  async function readsDuring(service: RunningService, deed: () => Promise<unknown>) {
    const [replicaBefore, primaryBefore] = [await readsBy(service, 'replica'), await readsBy(service, 'primary')];
    await deed();
    return {
      replica: (await readsBy(service, 'replica')) - replicaBefore,
      primary: (await readsBy(service, 'primary')) - primaryBefore,
    };
  }

  /** Waits until the replica answers a read of this copy; how long that took. */
  const served = (service: RunningService) =>
    msUntil(async () => (await readsDuring(service, () => titleSeenBy(service))).replica === 1);

  /** Reads of eight callers for as long as the deed takes, and how long each took in milliseconds. */
  async function readingThroughout(service: RunningService, deed: () => Promise<unknown>): Promise<number[]> {
    let over = false;
    const took: number[] = [];
    const reader = async () => {
      while (!over) {
        const began = performance.now();
        await admin(service).run(BOARD);
        took.push(performance.now() - began);
      }
    };
    const readers = Promise.all(Array.from({ length: 8 }, reader));
    await deed();
    over = true;
    await readers;
    return took.sort((a, b) => a - b);
  }

  it('answers them, exports too, and neither mutations nor what changes without the log', async () => {
    const scans = async () => {
      const [row] = await rowsOf<{ scans: number }>(
        replica.url,
        `select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as scans from pg_stat_user_tables where relname = 'idea'`,
      );
      return row!.scans;
    };
    const before = await scans();
    const read = await readsDuring(one, async () => {
      for (let n = 0; n < 20; n += 1) await titleSeenBy(one);
    });
    expect(read).toEqual({ replica: 20, primary: 0 });
    await msUntil(async () => (await scans()) >= before + 20);

    const exported = await readsDuring(one, async () => {
      const csv = await (
        await fetch(`${one.url}/export/ideas.csv`, { headers: { authorization: `Bearer ${KEYS.admin}` } })
      ).text();
      expect(csv.split('\n').length).toBeGreaterThan(10);
    });
    expect(exported.replica).toBeGreaterThan(0);
    const others = await readsDuring(one, async () => {
      await retitle(one, 'Ändrad');
      await admin(one).run('{ viewer { apiKeys { name lastUsedAt } } }');
    });
    expect(others).toEqual({ replica: 0, primary: 0 });
    await served(one);
    expect(await readyOf(one)).toEqual([200, { status: 'ready', replica: 'SERVING' }]);
  });

  it('never shows less than has been written, to whomever and through whichever copy', async () => {
    let stale = 0;
    const reads = await readsDuring(other, async () => {
      for (let n = 0; n < 200; n += 1) {
        await retitle(one, `Skriven ${n}`);
        // At once, and again when the replica has had some time.
        for (const pause of [0, n % 10]) {
          await wait(pause);
          const seen = await Promise.all([titleSeenBy(one), titleSeenBy(other)]);
          stale += seen.filter(title => title !== `Skriven ${n}`).length;
        }
      }
    });
    figure(`of 400 reads close to a write ${reads.replica} by the replica, ${reads.primary} by the primary`);
    expect(stale).toBe(0);
    expect(reads.replica).toBeGreaterThan(0);
  });

  it('is left out while it is behind, and answers again when it has caught up', async () => {
    await rowsOf(replica.url, 'select pg_wal_replay_pause()');
    await retitle(one, 'Medan den står');
    const reads = await readsDuring(other, async () => {
      for (const copy of [one, other]) expect(await titleSeenBy(copy)).toBe('Medan den står');
    });
    expect(reads).toEqual({ replica: 0, primary: 1 });
    expect(await readyOf(other)).toEqual([200, { status: 'ready', replica: 'BEHIND' }]);
    expect(await metricOf(other, 'database_replica_behind')).toBe(1);
    const csv = await (
      await fetch(`${other.url}/export/ideas.csv`, { headers: { authorization: `Bearer ${KEYS.admin}` } })
    ).text();
    expect(csv).toContain('Medan den står');

    await rowsOf(replica.url, 'select pg_wal_replay_resume()');
    figure(`answers again ${Math.round(await served(other))} ms after it goes on`);
    expect(await metricOf(other, 'database_replica_behind')).toBe(0);
  });

  it('fails no read when it hangs, and is found again', async () => {
    const took = await readingThroughout(one, async () => {
      await wait(500);
      replica.signal('SIGSTOP');
      await msUntil(async () => (await readyOf(one))[1].replica === 'AWAY');
      await wait(3_000);
      replica.signal('SIGCONT');
    });
    figure(`hanging: ${took.length} reads, the slowest ${Math.round(took.at(-1)!)} ms`);
    expect(took.at(-1)).toBeLessThan(6_000);
    await served(one);
  });

  it('fails no read when it dies, which the log tells, and is found again', async () => {
    const told = one.out().length;
    const took = await readingThroughout(one, async () => {
      await wait(500);
      await replica.stop('immediate');
      await wait(2_000);
      expect(await readyOf(one)).toEqual([200, { status: 'ready', replica: 'AWAY' }]);
      await retitle(other, 'Utan den');
      expect(await titleSeenBy(one)).toBe('Utan den');
      await replica.start();
    });
    figure(`dead: ${took.length} reads, the slowest ${Math.round(took.at(-1)!)} ms`);
    expect(one.out().slice(told)).toContain('the replica cannot be read');
    figure(`answers again ${Math.round(await served(one))} ms after it has started`);
  });

  it('answers nobody while the primary is away, since that knows the keys', async () => {
    await primary.stop('immediate');
    const response = await fetch(`${one.url}/graphql?query={viewer{name}}`, {
      headers: { authorization: `Bearer ${KEYS.admin}`, 'x-apollo-operation-name': 'x' },
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await response.json()).errors[0].extensions.code).toBe('UNAVAILABLE');
    await primary.start();
    await served(one);
    expect(await titleSeenBy(other)).toBe('Utan den');
  });

  it('keeps no copy from being stopped, even when it hangs', async () => {
    await served(other);
    replica.signal('SIGSTOP');
    other.signal('SIGTERM');
    expect(await other.exit).toBe(0);
    replica.signal('SIGCONT');
  });
});
