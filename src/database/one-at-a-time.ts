import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A little before the statement is stopped that waits: then it is known what it waited for. */
const IMPATIENT = `select set_config('lock_timeout',
  (extract(epoch from current_setting('statement_timeout')::interval) * 900)::int::text, true)`;

/**
 * Waits until no other change of the same name is under way, to the end of the transaction: what is counted against a
 * limit is not made beside the count. Taken before any row is locked.
 */
export async function oneAtATime(em: EntityManager, name: string): Promise<void> {
  await (em as SqlEntityManager).execute(IMPATIENT);
  await (em as SqlEntityManager).execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
