import { badInput } from '../reading/bad-input.js';
import type { FieldSql } from '../reading/scope.js';
import { sql } from '../reading/sql.js';
import { asItWas } from './as-of.js';

/** The same of the tables as they were at the moment that the field's `asOf` names; without one, of those of now. */
export function readAsOf(field: FieldSql): FieldSql {
  return scope => (scope.args.asOf == null ? field(scope) : sql`(with ${asItWas(scope)} select ${field(scope)})`);
}

/** A moment that has been: what lies ahead is refused. */
export function notAhead(asOf: Date, now: Date): Date {
  if (asOf > now) throw badInput('asOf lies ahead. Give a moment that has been, or leave it out for now.');
  return asOf;
}
