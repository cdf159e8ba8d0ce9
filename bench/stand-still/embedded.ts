import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedded } from '../../src/database/embedded/create-embedded.js';
import { type Setting, startContender } from '../contender.js';
import { issueKeys } from '../database.js';
import { POOL_SIZE } from '../scratch.js';
import { fillWorld } from '../world.js';

/** Runs the step on an embedded database in a folder of its own, migrated by the service and filled. */
export async function onEmbedded<T>(ideas: number, step: (setting: Setting) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-bench-'));
  const environment = { NODE_ENV: 'development', DATA_DIR: join(folder, 'data') };
  const setting = { databaseUrl: '', poolSize: POOL_SIZE, keys: {}, environment };
  try {
    const migrating = await startContender('service', setting);
    await migrating.stop();
    console.error(`filling an embedded database with ${ideas} ideas …`);
    const database = await createEmbedded(join(environment.DATA_DIR, 'pg'));
    await fillWorld(database, ideas);
    const keys = await issueKeys(database);
    await database.close();
    return await step({ ...setting, keys });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
