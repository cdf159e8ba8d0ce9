import type { EventSubscriber, Options } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { migrations } from './migrations.js';

/** What the database is handed of those who store in it: it knows no noun of its own. */
export interface Mapping {
  readonly entities: NonNullable<Options['entities']>;
  readonly subscribers: readonly EventSubscriber[];
  /** Tables without an entity. */
  readonly others: readonly string[];
}

/** The mapper's settings that both kinds of database share. */
export function mapperOptions({ entities, subscribers, others }: Mapping) {
  return {
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    subscribers: [...subscribers],
    forceUtcTimezone: true,
    // A name that was misspelt shall not become an empty database.
    ensureDatabase: false,
    loadStrategy: 'select-in' as const,
    migrations: { migrationsList: migrations(), silent: true, snapshot: false, tableName: 'schema_migration' },
    schemaGenerator: { skipTables: [...others, 'schema_migration'] },
  } satisfies Partial<Options>;
}
