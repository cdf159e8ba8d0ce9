import { setClockBy } from '../shared/clock.js';
import type { Database } from './database.js';

/** The column by which a statement asks for the database's clock, in milliseconds. */
export const CLOCK = 'extract(epoch from clock_timestamp())::float8 * 1000 as clock';

/** Runs a statement that asks for CLOCK, and sets our clock by it: the database's is the one that all copies share. */
export async function queryByClock<T extends object>(
  database: Pick<Database, 'query'>,
  text: string,
  values?: unknown[],
): Promise<T[]> {
  const sent = Date.now();
  const rows = await database.query<T & { clock: number }>(text, values);
  if (rows[0]) setClockBy(rows[0].clock, { sent, received: Date.now() });
  return rows;
}
