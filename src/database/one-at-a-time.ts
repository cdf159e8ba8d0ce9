import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Waits until no other change of the same name is under way, to the end of the transaction: what is counted against a
 * limit is not made beside the count. Taken before any row is locked.
 */
export async function oneAtATime(em: EntityManager, name: string): Promise<void> {
  await (em as SqlEntityManager).execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
