import type { MikroORM as CoreORM } from '@mikro-orm/core';
import type { Pool } from 'pg';
import type { Database } from '../database.js';
import { giveBackLost } from './lost-connections.js';
import { listenOn } from './listener.js';
import { adjustMapper } from '../mapper.js';
import { type Mapping, mapperOptions } from '../mapping.js';
import { pendingMigrations } from '../migrations.js';
import { Replica } from './replica.js';
import { optionsOf, SESSION } from '../session.js';
import { traced } from '../statement-channel.js';
import { TextReader } from './text-reader.js';

export interface ServerOptions {
  url: string;
  /** A streaming replica for reads. */
  readUrl?: string | undefined;
  poolSize: number;
  /** The longest statement, and the longest silence inside a transaction: others may wait for what it has locked. */
  statementTimeoutMs: number;
}

/** How long a new connection is waited for. */
const CONNECT_MS = 5_000;

/** Connects to a PostgreSQL server, version 15 or newer. */
export async function connectServer(mapping: Mapping, options: ServerOptions): Promise<Database> {
  const { url, readUrl, poolSize, statementTimeoutMs } = options;
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const limit = String(statementTimeoutMs);
  const session = { ...SESSION, statement_timeout: limit, idle_in_transaction_session_timeout: limit };
  const orm = await MikroORM.init({
    ...mapperOptions(mapping),
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      options: optionsOf(session),
      application_name: 'kickstart-s3',
      connectionTimeoutMillis: CONNECT_MS,
      onPoolCreated: giveBackLost,
    },
  });
  adjustMapper(orm);
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const query: Database['query'] = <T extends object>(text: string, values: unknown[] = []) =>
    traced(text, async () => (await pool.query<T>(text, values)).rows);
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
      return answer ? answer.text : traced(statement.text, () => reader.read(statement));
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
