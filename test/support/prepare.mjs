// Makes the database that every test file starts from: migrated, with reference and demo data, once per run.
import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { createEmbedded } from '../../dist/database/embedded/create-embedded.js';
import { openEmbedded } from '../../dist/database/embedded/embedded.js';
import { connectServer } from '../../dist/database/server/server.js';
import { MAPPING } from '../../dist/nouns.js';
import { seed } from '../../dist/seed/seed.js';
import { PREFIX, TEMPLATE } from './names.mjs';

/** Each copy is read whole: half is left, and nothing to recover, without the log so far and databases that nobody copies. */
const SLIMMING = [
  "update pg_database set datistemplate = false where datname <> 'postgres'",
  'drop database template0',
  'drop database template1',
  'set wal_recycle = off',
  'checkpoint',
  'select pg_switch_wal()',
  'checkpoint',
];

const url = process.env.TEST_DATABASE_URL;
await (url ? prepareServer(url) : prepareEmbedded());

async function prepareEmbedded() {
  const instance = await createEmbedded();
  const database = await openEmbedded(MAPPING, { instance });
  await database.migrate();
  await seed(database, 'demo');
  const folder = new URL('../../node_modules/.cache/kickstart-s3/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const statement of SLIMMING) await instance.exec(statement);
  const dump = await instance.dumpDataDir('none');
  writeFileSync(new URL('template.tar', folder), Buffer.from(await dump.arrayBuffer()));
  await database.close();
}

async function prepareServer(administrative) {
  const client = new pg.Client(administrative);
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where starts_with(datname, '${PREFIX}')`);
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();

  const template = new URL(administrative);
  template.pathname = `/${TEMPLATE}`;
  const database = await connectServer(MAPPING, { url: template.href, poolSize: 2, statementTimeoutMs: 60_000 });
  await database.migrate();
  await seed(database, 'demo');
  await database.close();
}
