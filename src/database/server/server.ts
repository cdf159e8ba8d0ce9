import type { MikroORM as CoreORM } from '@mikro-orm/core';
import type { Pool, QueryResult } from 'pg';
import type { Database } from '../database.js';
import { Address } from './address.js';
import { Naming } from './naming.js';
import { sendAny } from './prepared.js';
import { sendTogether } from './together.js';
import { giveBackLost } from './lost-connections.js';
import { listenOn } from './listener.js';
import { adjustMapper } from '../mapper.js';
import { migrateAlone } from './migrate.js';
import { type Mapping, mapperOptions } from '../mapping.js';
import { pendingMigrations } from '../migrations.js';
import { Replica } from './replica.js';
import { sessionOf } from '../session.js';
import { writeAhead } from '../written.js';
import { traced } from '../statement-channel.js';
import { TextReader } from './text-reader.js';
import { carried, type ServerAddress } from './through-pool.js';

interface ServerOptions extends ServerAddress {
  /** A streaming replica for reads. */
  readonly readUrl?: string | undefined;
  readonly poolSize: number;
}

/** How long a new connection is waited for. */
const CONNECT_MS = 5_000;

/** Connects to a PostgreSQL server, version 15 or newer. */
export async function connectServer(mapping: Mapping, options: ServerOptions): Promise<Database> {
  const { url, readUrl, directUrl, prepares = true, poolSize, statementTimeoutMs } = options;
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const address = new Address(url);
  const pooled = directUrl !== undefined;
  const direct = pooled ? new Address(directUrl) : address;
  const session = carried(sessionOf(options), pooled);
  const naming = prepares ? new Naming() : null;
  const orm = await MikroORM.init({
    ...mapperOptions(mapping),
    clientUrl: address.url,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      ...session,
      // The mapper itself reads no more of an address than where and who, and would leave TLS out.
      connectionString: address.url,
      Client: address.Client,
      application_name: 'kickstart-s3',
      connectionTimeoutMillis: CONNECT_MS,
      pipeline: !pooled,
      onPoolCreated: (pool: Pool) => {
        giveBackLost(pool);
        if (!pooled) sendTogether(pool, naming);
      },
    },
  });
  adjustMapper(orm, { pipelines: !pooled });
  writeAhead(orm);
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const query: Database['query'] = <T extends object>(text: string, values: unknown[] = []) =>
    traced(text, async () => {
      const { rows } = await sendAny<QueryResult<T>>(pool, { text, values, name: naming?.nameOf(text) });
      return rows;
    });
  const shared = () =>
    address.client({
      ...session,
      application_name: 'kickstart-s3 reads',
      connectionTimeoutMillis: CONNECT_MS,
      // The server itself says first that a statement takes too long.
      query_timeout: statementTimeoutMs + CONNECT_MS,
      pipeline: true,
    });
  const reader = new TextReader(pool, prepares, pooled ? null : shared);
  const replica = readUrl ? new Replica(readUrl, poolSize, { pooled, prepares }) : null;
  return {
    orm: orm as unknown as CoreORM,
    replica,
    readText: async (statement, revision, follow) => {
      const answer = replica && revision !== undefined ? await replica.read(statement, revision) : null;
      // What a replica can answer is not sent to the primary.
      return answer ? answer.text : reader.read(statement, replica ? undefined : follow);
    },
    query,
    listen: (channel, call) => listenOn(direct, channel, call),
    migrate: () => migrateAlone(direct, orm),
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
