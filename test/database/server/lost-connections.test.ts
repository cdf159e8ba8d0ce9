import type { Database } from '../../../src/database/database.js';
import { type BlankDatabase, blankDatabase } from '../../support/service/blank-database.js';

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('a connection that is lost in the middle of a change (with TEST_DATABASE_URL)', () => {
  let database: Database;
  let blank: BlankDatabase;
  beforeAll(async () => ({ database } = blank = await blankDatabase()));
  afterAll(() => blank.drop());

  /** A transaction whose connection the server ends, as when it is shut down at once. */
  const lose = () =>
    database.orm.em.fork().transactional(async em => {
      const connection = em.getConnection();
      const transaction = em.getTransactionContext();
      await connection.execute('select pg_terminate_backend(pg_backend_pid())', [], 'all', transaction);
    });

  it('is given back, so that changes go on however many were lost', async () => {
    const { total } = database.pool();
    for (let lost = 0; lost < 2 * 4 + 1; lost += 1) await expect(lose()).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await database.orm.em.fork().transactional(async () => 'done')).toBe('done');
    expect(database.pool().waiting).toBe(0);
    expect(database.pool().total).toBeLessThanOrEqual(total + 1);
  });
});
