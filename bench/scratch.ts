import { startContender } from './contender.js';
import { type BenchDatabase, prepare, scratchDatabase } from './database.js';

const SERVER = process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
export const POOL_SIZE = 10;

/** Runs the step on a database of its own, migrated by the service and filled, and drops it afterwards. */
export async function onScratch<T>(
  name: string,
  ideas: number,
  step: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const { url, drop } = await scratchDatabase(SERVER, name);
  try {
    const keys = { ADMIN: '', INTEGRATOR: '' };
    const migrating = await startContender('service', { databaseUrl: url, poolSize: POOL_SIZE, keys });
    await migrating.stop();
    // What is happening goes to stderr, so that stdout holds the result alone.
    console.error(`filling ${name} with ${ideas} ideas …`);
    const database = await prepare(url, ideas);
    return await step(database).finally(() => database.close());
  } finally {
    await drop();
  }
}
