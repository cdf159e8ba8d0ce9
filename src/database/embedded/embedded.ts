import { AsyncResource } from 'node:async_hooks';
import type { PGlite } from '@electric-sql/pglite';
import type { MikroORM as CoreORM } from '@mikro-orm/core';
import type { Database } from '../database.js';
import { adjustMapper } from '../mapper.js';
import { type Mapping, mapperOptions } from '../mapping.js';
import { createEmbedded } from './create-embedded.js';
import { pendingMigrations } from '../migrations.js';
import { breath } from '../../shared/program/breath.js';
import { SESSION } from '../session.js';
import { writeAhead } from '../written.js';
import { traced } from '../statement-channel.js';

/** Opens an embedded PostgreSQL. Without a folder or an instance it lives in memory. */
export async function openEmbedded(
  mapping: Mapping,
  { dataDir, instance }: { dataDir?: string; instance?: PGlite } = {},
): Promise<Database> {
  const { MikroORM } = await import('@mikro-orm/pglite');
  const pglite = instance ?? (await createEmbedded(dataDir));
  for (const [key, value] of Object.entries(SESSION)) await pglite.exec(`set ${key} = '${value}'`);
  const orm = await MikroORM.init({ ...mapperOptions(mapping), dbName: 'postgres', driverOptions: { pglite } });
  adjustMapper(orm, { pipelines: false });
  writeAhead(orm);
  const query: Database['query'] = <T extends object>(text: string, values: unknown[] = []) =>
    traced(text, async () => (await pglite.query<T>(text, values)).rows);
  // It works in this process, and by itself lets nothing between its statements: each waits for others' turns.
  let last: Promise<void> = Promise.resolve();
  const nothing = () => undefined;
  return {
    orm: orm as unknown as CoreORM,
    replica: null,
    readText: ({ text, values }) =>
      traced(text, async () => {
        const read = last.then(breath).then(() => pglite.query<[string | null]>(text, values, { rowMode: 'array' }));
        // The next waits for its end, and keeps nothing of it.
        last = read.then(nothing, nothing);
        return (await read).rows[0]?.[0] ?? null;
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
