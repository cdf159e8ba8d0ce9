import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ConfigError } from '../shared/program/config-error.js';
import { byClock, CLOCK } from './clock.js';
import { takeDataFolder } from './embedded/data-folder.js';
import type { Database } from './database.js';
import { openEmbedded } from './embedded/embedded.js';
import type { Mapping } from './mapping.js';
import { connectServer } from './server/server.js';
import { proveServer } from './server/through-pool.js';

/** Which database, and where. */
interface DatabaseSettings {
  readonly databaseUrl?: string | undefined;
  readonly readDatabaseUrl?: string | undefined;
  readonly directDatabaseUrl?: string | undefined;
  readonly preparedStatements?: boolean;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** The folder of the embedded one, where no address is given. */
  readonly dataDir: string;
}

export interface Opened {
  readonly database: Database;
  /** What to do once it is closed. */
  readonly release: () => void;
}

/** The database that the settings name, as it is. */
export async function openDatabase(mapping: Mapping, settings: DatabaseSettings): Promise<Opened> {
  const { databaseUrl: url, dataDir } = settings;
  if (url) return { database: await openServer(mapping, { ...settings, url }), release: () => undefined };
  const { path, release } = takeDataFolder(dataDir);
  if (!existsSync(join(path, 'PG_VERSION'))) await initialise(path);
  return { database: await openEmbedded(mapping, { dataDir: path }), release };
}

async function openServer(mapping: Mapping, settings: DatabaseSettings & { url: string }): Promise<Database> {
  const { url, readDatabaseUrl: readUrl, directDatabaseUrl: directUrl } = settings;
  const { preparedStatements: prepares, poolSize, statementTimeoutMs } = settings;
  const options = { url, readUrl, directUrl, prepares, poolSize, statementTimeoutMs };
  await proveServer(options).catch(unreachable);
  const database = await connectServer(mapping, options).catch(unreachable);
  await byClock(async () => (await database.query<{ clock: number }>(`select ${CLOCK} as clock`))[0]).catch(
    unreachable,
  );
  return database;
}

/**
 * PostgreSQL's initdb takes memory that WebAssembly never gives back, so it has a process of its own. Compiled quickly
 * rather than well, since each of its functions runs once: half the memory.
 */
async function initialise(path: string): Promise<void> {
  const program = fileURLToPath(new URL('./initialise.js', import.meta.url));
  await promisify(execFile)(process.execPath, ['--liftoff-only', program, path]);
}

/** A piece of work on a database, which is closed afterwards. */
export async function onDatabase<T>(opening: Promise<Opened>, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, release } = await opening;
  try {
    return await work(database);
  } finally {
    await database.close();
    release();
  }
}

/** PostgreSQL's invalid_catalog_name. */
const NO_SUCH_DATABASE = '3D000';

/** What the server or the network says by a code, such as ECONNREFUSED, is for the one who set the address. */
function unreachable(error: NodeJS.ErrnoException): never {
  if (/unsupported startup parameter/.test(error.message))
    throw new ConfigError(
      'DATABASE_URL: leads to a pool that takes no settings of a session. Give the server itself as DIRECT_DATABASE_URL (docs/operation.md).',
    );
  if (!error.code) throw error;
  if (error.code === NO_SUCH_DATABASE)
    throw new ConfigError(`DATABASE_URL: ${error.message}. Create it first, for example with createdb.`);
  throw new ConfigError(`DATABASE_URL: the database cannot be reached: ${error.message || error.code}`);
}
