import type { Config } from '../config.js';
import { ConfigError } from '../shared/config-error.js';
import { takeDataFolder } from './data-folder.js';
import { connectServer, type Database, openEmbedded } from './database.js';

/** The database that the settings name, and what to do once it is closed. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'poolSize' | 'statementTimeoutMs' | 'dataDir'>,
): Promise<{ database: Database; release: () => void }> {
  const { databaseUrl, poolSize, statementTimeoutMs, dataDir } = config;
  if (databaseUrl) {
    const database = await connectServer({ url: databaseUrl, poolSize, statementTimeoutMs }).catch(unreachable);
    return { database, release: () => undefined };
  }
  const { path, release } = takeDataFolder(dataDir);
  return { database: await openEmbedded({ dataDir: path }), release };
}

/** What the server or the network says by a code, such as ECONNREFUSED, is for the one who set the address. */
function unreachable(error: NodeJS.ErrnoException): never {
  if (!error.code) throw error;
  throw new ConfigError(`DATABASE_URL: the database cannot be reached: ${error.message || error.code}`);
}
