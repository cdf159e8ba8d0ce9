import type { Config } from './config.js';
import { openDatabase, type Opened } from './database/open.js';
import { MAPPING } from './nouns.js';
import { seed } from './seed/seed.js';

type Settings = Parameters<typeof openDatabase>[1];

/** The database that the settings name, as it is. */
export function openAsIs(settings: Settings): Promise<Opened> {
  return openDatabase(MAPPING, settings);
}

/** The same migrated, and filled as the settings say. */
export async function openReady(settings: Settings & Pick<Config, 'seed'>): Promise<Opened> {
  const opened = await openAsIs(settings);
  await opened.database.migrate();
  await seed(opened.database, settings.seed);
  return opened;
}
