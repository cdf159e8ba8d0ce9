import type { GraphQLSchema } from 'graphql';
import type { Viewer } from './access/viewer.js';
import { Context, type RequestParts } from './context.js';
import type { Database } from './database/database.js';
import type { ReadModel } from './reading/planner.js';
import { Reader } from './reading/reader.js';
import { wire } from './reading/wire.js';
import { requireWhole } from './registries.js';
import { buildApiSchema } from './schema.js';
import type { Locale } from './shared/text/localized-text.js';
import { WEBHOOK_DEFAULTS } from './webhooks/webhook-settings.js';

/** The API on a database: its schema, and a context for each request. */
export interface Api {
  readonly schema: GraphQLSchema;
  readonly model: ReadModel;
  contextFor(viewer: Viewer, locale: Locale, parts?: RequestParts): Context;
}

export function createApi(database: Database, webhooks = WEBHOOK_DEFAULTS): Api {
  const schema = buildApiSchema();
  const entities = new Map([...database.orm.getMetadata()].map(meta => [meta.className, meta] as const));
  requireWhole(schema, entities);
  const model = wire(schema, entities);
  const reader = new Reader(model, database);
  return {
    schema,
    model,
    contextFor: (viewer, locale, parts) => new Context(viewer, locale, database, reader, webhooks, parts),
  };
}
