import type { Scope } from '../scope.js';
import { join, literal, sql, type Sql } from '../sql.js';

/** Whatever an id names, as far as the selection asks of its type and the viewer may see it; else null. */
export function nodeOf(scope: Scope, id: Sql): Sql {
  const cases = [...scope.nodes].map(
    ([prefix, entity]) =>
      sql`when ${literal(prefix)} then ${scope.one(entity, alias => sql`${alias}.id = ${id}`, { typed: true })}`,
  );
  return sql`case split_part(${id}, '_', 1) ${join(cases, ' ')} end`;
}
