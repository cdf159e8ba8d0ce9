import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AHEAD } from '../../../src/database/ahead.js';
import type { Database } from '../../../src/database/database.js';
import { type BlankDatabase, blankDatabase } from '../../support/service/blank-database.js';

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('a statement that is sent together with the next (with TEST_DATABASE_URL)', () => {
  let database: Database;
  let blank: BlankDatabase;
  beforeAll(async () => {
    ({ database } = blank = await blankDatabase());
    await database.query('create table kept (n int primary key)');
  });
  beforeEach(() => database.query('truncate kept'));
  afterAll(() => blank.drop());

  const change = (work: (execute: (text: string) => Promise<unknown>) => Promise<unknown>) =>
    database.orm.em.fork().transactional(em => work(text => (em as SqlEntityManager).execute(text)));
  const kept = async () => (await database.query<{ n: number }>('select n from kept order by n')).map(({ n }) => n);
  const idle = async () => {
    expect(database.pool().waiting).toBe(0);
    const [row] = await database.query<{ open: number }>(
      `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(row!.open).toBe(0);
  };

  it('is kept with the commit', async () => {
    await change(async execute => {
      await execute('insert into kept values (1)');
      await execute(`insert into kept values (2) ${AHEAD}`);
    });
    expect(await kept()).toEqual([1, 2]);
  });

  it('undoes all that went before it where it fails, and its own error is told', async () => {
    const failed = change(async execute => {
      await execute('insert into kept values (1)');
      await execute(`insert into kept values (1) ${AHEAD}`);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([]);
    await idle();
  });

  it('lets nothing be done after it where it fails, whatever comes next', async () => {
    for (const next of ['insert into kept values (3)', `insert into kept values (3) ${AHEAD}`, 'select 1']) {
      const failed = change(async execute => {
        await execute(`insert into kept values (1), (1) ${AHEAD}`);
        await execute(next);
        await execute('insert into kept values (4)');
      });
      await expect(failed).rejects.toMatchObject({ code: '23505' });
      expect(await kept()).toEqual([]);
    }
    await idle();
  });

  it('is undone with the rest where the work itself fails', async () => {
    const failed = change(async execute => {
      await execute(`insert into kept values (1) ${AHEAD}`);
      throw new Error('thought better of it');
    });
    await expect(failed).rejects.toThrow('thought better of it');
    expect(await kept()).toEqual([]);
    await idle();
  });

  it('holds for many changes at once on few connections, each whole', async () => {
    const all = Array.from({ length: 60 }, (_, nth) =>
      change(async execute => {
        if (nth % 2) await execute('select 1');
        await execute(`insert into kept values (${2 * nth})`);
        await execute(`insert into kept values (${nth % 3 === 0 ? 2 * nth : 2 * nth + 1}) ${AHEAD}`);
      }).catch((error: unknown) => expect(error).toMatchObject({ code: '23505' })),
    );
    await Promise.all(all);
    const whole = Array.from({ length: 60 }, (_, nth) => nth).filter(nth => nth % 3 !== 0);
    expect(await kept()).toEqual(whole.flatMap(nth => [2 * nth, 2 * nth + 1]));
    await idle();
  });

  it('has begun its transaction before anything is done in it', async () => {
    await expect(
      change(async execute => {
        await execute('insert into kept values (1)');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await kept()).toEqual([]);
  });
});
