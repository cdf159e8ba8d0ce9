import type { EntityMetadata } from '@mikro-orm/core';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Viewer } from '../shared/viewer.js';
import type { Locale } from '../shared/text/localized-text.js';
import type { ReadPolicy } from './policy.js';
import type { FieldSql } from './scope.js';
import type { Parameter } from './sql.js';

/** A finished plan: the statement's text, and how to get its parameters from a request. */
export interface Plan {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** Values that the statement does without; yet they may be refused. */
  readonly unused: readonly Parameter[];
  /** Whether the statement's text is the answer as it stands: no code has a say in it. */
  readonly ready: boolean;
  /** Whether it looks at the clock. */
  readonly clock: boolean;
  /** Whether it shows what changes without the activity log. */
  readonly unlogged: boolean;
  /** Computes from a request's variables the arguments that are parameters. */
  argsOf(variables: Record<string, unknown>): Record<string, unknown>[];
}

/** What plans are made from: the API, the tables, and the SQL of fields that are more than a column. */
export interface ReadModel {
  readonly schema: GraphQLSchema;
  readonly entities: ReadonlyMap<string, EntityMetadata>;
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldSql>>;
  readonly policy: ReadPolicy;
  /** The fields that code has a say in, by type. */
  readonly coded: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a plan answers: a field and what is selected below it, for whom and in which language. */
export interface Asking {
  readonly info: Pick<GraphQLResolveInfo, 'fragments' | 'variableValues' | 'fieldNodes' | 'fieldName' | 'parentType'>;
  readonly viewer: Viewer;
  readonly locale: Locale;
}
