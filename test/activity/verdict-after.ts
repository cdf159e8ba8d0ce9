import { type Head, verifyChain, type Verdict } from '../../src/activity/chain.js';
import type { Database } from '../../src/database/database.js';

class Undone extends Error {}

/** What is said of the log after an owner of the database has done that to it; then undone. */
export async function verdictAfter(
  database: Database,
  statements: readonly string[],
  kept: Head | null = null,
): Promise<Verdict> {
  let verdict: Verdict | undefined;
  await database.orm.em
    .fork()
    .transactional(async em => {
      const execute = (text: string, values: unknown[] = []) =>
        em.getConnection().execute(text, values, 'all', em.getTransactionContext());
      for (const statement of statements) await execute(statement.replaceAll('?', '\\?'));
      // The mapper has ? where PostgreSQL has $1.
      const query: Database['query'] = async (text, values = []) => {
        const order = [...text.matchAll(/\$(\d)/g)].map(([, place]) => values[Number(place) - 1]);
        return execute(text.replaceAll('?', '\\?').replaceAll(/\$\d/g, '?'), order) as never;
      };
      verdict = await verifyChain(query, kept);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return verdict!;
}

/** With the guards off. */
export const GUARDS_OFF = 'alter table activity disable trigger user';
