import type { GraphQLSchema } from 'graphql';
import type { Viewer } from './shared/viewer.js';
import { Context, type RequestParts } from './context/context.js';
import type { Database } from './database/database.js';
import { entitiesOf, READ_POLICY } from './nouns.js';
import { Reader } from './reading/reader.js';
import { attachReads } from './reading/attach-reads.js';
import { requireWhole } from './registries.js';
import { buildApiSchema } from './schema.js';
import type { Locale } from './shared/text/localized-text.js';
import type { MailSettings } from './notices/mail-settings.js';
import { WEBHOOK_DEFAULTS } from './webhooks/webhook-settings.js';

/** The API on a database: its schema, and a context for each request. */
export interface Api {
  readonly schema: GraphQLSchema;
  contextFor(viewer: Viewer, locale: Locale, parts?: RequestParts): Context;
}

export function createApi(database: Database, webhooks = WEBHOOK_DEFAULTS, mail: MailSettings | null = null): Api {
  const schema = buildApiSchema();
  const entities = entitiesOf(database.orm);
  requireWhole(schema, entities);
  const reader = new Reader(attachReads(schema, entities, READ_POLICY), database);
  return {
    schema,
    contextFor: (viewer, locale, parts) => new Context(viewer, locale, database, reader, { webhooks, mail }, parts),
  };
}
