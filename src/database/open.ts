import type { Config } from '../config.js';
import { takeDataFolder } from './data-folder.js';
import { connectServer, type Database, openEmbedded } from './database.js';

/** The database that the settings name, and what to do once it is closed. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'poolSize' | 'statementTimeoutMs' | 'dataDir'>,
): Promise<{ database: Database; release: () => void }> {
  const { databaseUrl, poolSize, statementTimeoutMs, dataDir } = config;
  if (databaseUrl) {
    return {
      database: await connectServer({ url: databaseUrl, poolSize, statementTimeoutMs }),
      release: () => undefined,
    };
  }
  const { path, release } = takeDataFolder(dataDir);
  return { database: await openEmbedded({ dataDir: path }), release };
}
