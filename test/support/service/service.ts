import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import pg from 'pg';
import { type Api, createApi } from '../../../src/api.js';
import { type Config, readConfig } from '../../../src/config.js';
import { createEmbedded } from '../../../src/database/embedded/create-embedded.js';
import type { Database } from '../../../src/database/database.js';
import { openEmbedded } from '../../../src/database/embedded/embedded.js';
import { connectServer } from '../../../src/database/server/server.js';
import { MAPPING } from '../../../src/nouns.js';
import { createServer } from '../../../src/http/server.js';
import { PREFIX, TEMPLATE } from '../names.mjs';

export { FEED_TOKEN, KEYS } from '../make/keys.js';

export interface Answer<T> {
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  extensions?: { statements: { text: string; milliseconds: number }[] };
}

/** Someone who asks the running service over HTTP, as consumers do. */
export interface Caller {
  /** Runs a document and expects data without errors. */
  run<T, V>(document: TypedDocumentNode<T, V> | DocumentNode | string, variables?: V): Promise<T>;
  /** Runs a document and gives the whole answer. */
  ask<T = any>(
    document: DocumentNode | string,
    variables?: object,
    headers?: Record<string, string>,
    more?: { operationName?: string },
  ): Promise<Answer<T>>;
}

export interface Service {
  readonly url: string;
  readonly api: Api;
  readonly database: Database;
  /** Where its database is, or null for an embedded one. */
  readonly databaseUrl: string | null;
  as(key?: string | null): Caller;
  stop(): Promise<void>;
}

/**
 * A service of one's own, with the settings given as environment variables, on a fresh database filled with the demo
 * data, listening on a free port. `around` may put something between it and its database, such as a `Recorder`; `beside`
 * is what the server is told otherwise than the API.
 */
export async function startService(
  settings: NodeJS.ProcessEnv = {},
  around: (database: Database) => Database = same => same,
  beside: Partial<Config> = {},
): Promise<Service> {
  const fresh = await freshDatabase();
  return serve({ ...fresh, database: around(fresh.database) }, settings, beside);
}

/** Another copy of the service on the same database. */
export async function startCopy({ databaseUrl }: Service, settings: NodeJS.ProcessEnv = {}): Promise<Service> {
  return serve({ ...(await connect(databaseUrl!)), drop: async () => undefined }, settings);
}

/** Another server on the same database in the same process, with settings of its own. It leaves the database open. */
export async function startBeside({ database, databaseUrl }: Service, settings: NodeJS.ProcessEnv): Promise<Service> {
  const shared = { ...database, close: async () => undefined };
  return serve({ database: shared, databaseUrl, drop: async () => undefined }, settings);
}

async function serve(
  { database, databaseUrl, drop }: FreshDatabase,
  settings: NodeJS.ProcessEnv,
  beside: Partial<Config> = {},
): Promise<Service> {
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.TEST_LOG ?? 'fatal',
    DEBUG_STATEMENTS: 'true',
    RATE_PER_KEY: '0',
    RATE_PER_ADDRESS: '0',
    FAILED_KEYS_PER_ADDRESS: '0',
    ...settings,
  });
  const api = createApi(database, config.webhooks, config.mail);
  const server = await createServer({ api, database, config: { ...config, ...beside } });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    api,
    database,
    databaseUrl,
    as: key => callerOf(url, key ?? null),
    stop: async () => {
      await server.close();
      await database.close();
      await drop();
    },
  };
}

interface FreshDatabase {
  readonly database: Database;
  readonly databaseUrl: string | null;
  readonly drop: () => Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const administrative = process.env.TEST_DATABASE_URL;
  if (!administrative) {
    const template = readFileSync(new URL('../../../node_modules/.cache/kickstart-s3/template.tar', import.meta.url));
    const instance = await createEmbedded(undefined, new Blob([template]));
    return { database: await openEmbedded(MAPPING, { instance }), databaseUrl: null, drop: async () => undefined };
  }
  const name = `${PREFIX}_${randomBytes(6).toString('hex')}`;
  await administer(administrative, `create database ${name} template ${TEMPLATE}`);
  const url = new URL(administrative);
  url.pathname = `/${name}`;
  return { ...(await connect(url.href)), drop: () => administer(administrative, `drop database ${name} with (force)`) };
}

async function connect(databaseUrl: string) {
  const database = await connectServer(MAPPING, { url: databaseUrl, poolSize: 10, statementTimeoutMs: 10_000 });
  return { database, databaseUrl };
}

/** Runs one statement on the server that test databases are made on. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Someone who asks the service at an address. */
export function callerOf(url: string, key: string | null): Caller {
  const ask: Caller['ask'] = async (document, variables = {}, headers = {}, more = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }), ...headers },
      body: JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables, ...more }),
    });
    return (await response.json()) as Answer<any>;
  };
  return {
    ask,
    run: async (document, variables) => {
      const { data, errors } = await ask(document, variables as object);
      if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
      return data;
    },
  };
}
