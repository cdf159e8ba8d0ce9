import { randomBytes } from 'node:crypto';
import { createEmbedded } from '../../../src/database/embedded/create-embedded.js';
import type { Database } from '../../../src/database/database.js';
import { openEmbedded } from '../../../src/database/embedded/embedded.js';
import { connectServer } from '../../../src/database/server/server.js';
import { MAPPING } from '../../../src/nouns.js';
import { PREFIX } from '../names.mjs';
import { administer } from './service.js';

export interface BlankDatabase {
  readonly database: Database;
  /** Of a database on a server; the embedded one has none. */
  readonly url: string | null;
  drop(): Promise<void>;
}

/** A database with nothing in it, not even tables. */
export async function blankDatabase(): Promise<BlankDatabase> {
  const administrative = process.env.TEST_DATABASE_URL;
  if (!administrative) {
    const database = await openEmbedded(MAPPING, { instance: await createEmbedded() });
    return { database, url: null, drop: () => database.close() };
  }
  const { url, drop } = await blankServerDatabase(administrative);
  const database = await connect(url);
  const dropAll = () => database.close().then(drop);
  return { database, url, drop: dropAll };
}

/** A blank database on a server, and nobody connected to it yet. */
export async function blankServerDatabase(administrative: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `${PREFIX}_${randomBytes(6).toString('hex')}`;
  await administer(administrative, `create database ${name}`);
  const url = new URL(administrative);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(administrative, `drop database ${name} with (force)`) };
}

/** One more copy of the service's connection to a database on a server. */
export function connect(url: string): Promise<Database> {
  return connectServer(MAPPING, { url, poolSize: 4, statementTimeoutMs: 30_000 });
}
