import { AsyncResource } from 'node:async_hooks';
import type { MikroORM as CoreORM, Options } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool } from 'pg';
import type { PGlite } from '@electric-sql/pglite';
import { ENTITIES } from '../entities.js';
import { activityFromUnitOfWork } from '../activity/activity-writer.js';
import { listenOn, type StopListening } from './listener.js';
import { adjustMapper } from './mapper.js';
import { migrations } from './migrations.js';
import { Replica } from './replica.js';
import { optionsOf, SESSION } from './session.js';
import { told } from './statement-channel.js';
import { TextReader } from './text-reader.js';

/** A statement to run: its text and its values. */
export interface Statement {
  text: string;
  values: unknown[];
  /** With a name the server keeps it prepared; its text then selects one value, without a `from` of its own. */
  name?: string | undefined;
}

/** The database behind the service, embedded or a server; the same to all that use it. */
export interface Database {
  readonly orm: CoreORM;
  readonly replica: Replica | null;
  /**
   * Runs one statement that answers one row with one text column, and gives that text. With `revision` a replica may
   * answer that has come as far in the activity log.
   */
  readText(statement: Statement, revision?: number): Promise<string | null>;
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  migrate(): Promise<void>;
  /** Calls when something is told on a channel, and whenever something may have been missed. */
  listen(channel: 'activity', call: () => void): Promise<StopListening>;
  /** The names of the migrations that this code has and the database has not. */
  pendingMigrations(): Promise<string[]>;
  /** How many connections there are, how many of them rest, and how many requests wait for one. */
  pool(): { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}

type Query = Database['query'];

async function pendingMigrations(query: Query): Promise<string[]> {
  const rows = await query<{ name: string }>('select name from schema_migration');
  const done = new Set(rows.map(({ name }) => name));
  return migrations()
    .map(({ name }) => name)
    .filter(name => !done.has(name));
}

export interface ServerOptions {
  url: string;
  /** A streaming replica for reads. */
  readUrl?: string | undefined;
  poolSize: number;
  /** The longest statement, and the longest silence inside a transaction: others may wait for what it has locked. */
  statementTimeoutMs: number;
}

function ormOptions() {
  return {
    entities: ENTITIES,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    subscribers: [activityFromUnitOfWork],
    forceUtcTimezone: true,
    // A name that was misspelt shall not become an empty database.
    ensureDatabase: false,
    loadStrategy: 'select-in' as const,
    migrations: { migrationsList: migrations(), silent: true, snapshot: false, tableName: 'schema_migration' },
    schemaGenerator: {
      skipTables: [
        'activity_head',
        'idempotent_request',
        'import_source',
        'schema_migration',
        'search_document',
        'search_word',
      ],
    },
  } satisfies Partial<Options>;
}

/** How long a new connection is waited for. */
const CONNECT_MS = 5_000;

/** Connects to a PostgreSQL server, version 15 or newer. */
export async function connectServer({ url, readUrl, poolSize, statementTimeoutMs }: ServerOptions): Promise<Database> {
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const limit = String(statementTimeoutMs);
  const session = { ...SESSION, statement_timeout: limit, idle_in_transaction_session_timeout: limit };
  const orm = await MikroORM.init({
    ...ormOptions(),
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      options: optionsOf(session),
      application_name: 'kickstart-s3',
      connectionTimeoutMillis: CONNECT_MS,
    },
  });
  adjustMapper(orm);
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const query: Query = <T extends object>(text: string, values: unknown[] = []) =>
    told(text, async () => (await pool.query<T>(text, values)).rows);
  const reader = new TextReader(pool, {
    connectionString: url,
    options: optionsOf(session),
    application_name: 'kickstart-s3 reads',
    connectionTimeoutMillis: CONNECT_MS,
    // The server itself says first that a statement takes too long.
    query_timeout: statementTimeoutMs + CONNECT_MS,
  });
  const replica = readUrl ? new Replica(readUrl, poolSize) : null;
  return {
    orm: orm as unknown as CoreORM,
    replica,
    readText: async (statement, revision) => {
      const answer = replica && revision !== undefined ? await replica.read(statement, revision) : null;
      return answer ? answer.text : told(statement.text, () => reader.read(statement));
    },
    query,
    listen: (channel, call) => listenOn(url, channel, call),
    migrate: () => migrateAlone(pool, orm),
    pendingMigrations: () => pendingMigrations(query),
    pool: () => {
      const { open, idle } = reader.connections;
      return { total: pool.totalCount + open, idle: pool.idleCount + idle, waiting: pool.waitingCount };
    },
    close: async () => {
      replica?.close();
      await reader.close();
      await orm.close(true);
    },
  };
}

/** Any number that no other program on the same database uses for its own lock. */
const MIGRATION_LOCK = 7_305_221;

/** Migrates while holding a lock, so that two copies that start together do it one after the other. */
async function migrateAlone(pool: Pool, orm: CoreORM): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
  } finally {
    client.release(true);
  }
}

/** Opens an embedded PostgreSQL. Without a folder or an instance it lives in memory. */
export async function openEmbedded({
  dataDir,
  instance,
}: { dataDir?: string; instance?: PGlite } = {}): Promise<Database> {
  const { MikroORM } = await import('@mikro-orm/pglite');
  const pglite = instance ?? (await createEmbedded(dataDir));
  for (const [key, value] of Object.entries(SESSION)) await pglite.exec(`set ${key} = '${value}'`);
  const orm = await MikroORM.init({ ...ormOptions(), dbName: 'postgres', driverOptions: { pglite } });
  adjustMapper(orm);
  const query: Query = <T extends object>(text: string, values: unknown[] = []) =>
    told(text, async () => (await pglite.query<T>(text, values)).rows);
  return {
    orm: orm as unknown as CoreORM,
    replica: null,
    readText: ({ text, values }) =>
      told(text, async () => {
        const { rows } = await pglite.query<[string | null]>(text, values, { rowMode: 'array' });
        return rows[0]?.[0] ?? null;
      }),
    query,
    // It tells in the middle of whosever statement that was; what follows belongs to who listens.
    listen: (channel, call) => pglite.listen(channel, AsyncResource.bind(call)),
    migrate: async () => void (await orm.migrator.up()),
    pendingMigrations: () => pendingMigrations(query),
    pool: () => ({ total: 1, idle: 1, waiting: 0 }),
    close: async () => {
      await orm.close(true);
      await pglite.close();
    },
  };
}

/** An embedded PostgreSQL with the extensions that the schema needs. */
export async function createEmbedded(dataDir?: string, loadDataDir?: Blob): Promise<PGlite> {
  const [{ PGlite, types }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ]);
  return PGlite.create({
    dataDir: dataDir ?? 'memory://',
    extensions: { pg_trgm, unaccent },
    // Its files are a copy in the system's memory already; the usual 128 MB of its own would only be held twice.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    // Days and moments leave as text, as they do from a server: a day is no instant in any zone.
    parsers: Object.fromEntries(
      [types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL].map(type => [type, (text: string) => text]),
    ),
    ...(loadDataDir && { loadDataDir }),
  });
}
