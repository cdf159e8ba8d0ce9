import type { Database } from '../database/database.js';

/** The newest sequence of the activity log, as an expression of SQL. */
export const HEAD_SEQUENCE = '(select sequence from activity_head)';

/** The head of the chain of hashes: the newest sequence and its hash, as a statement. */
export const CHAIN_HEAD = `select sequence, encode(hash, 'hex') as hash from activity_head`;

/** How far the activity log has come. */
export async function readHead(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query<{ sequence: number }>(`select ${HEAD_SEQUENCE} as sequence`);
  return row!.sequence;
}
