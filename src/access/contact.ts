import type { Scope } from '../reading/scope.js';
import { raw, type Sql } from '../reading/sql.js';

/** Where a row's people are reached, for those who have signed in; a feed token has not. */
export function contactEmail(scope: Scope): Sql {
  const { role, feedOnly } = scope.viewer;
  return role !== null && !feedOnly ? scope.column('contactEmail') : raw('null::text');
}
