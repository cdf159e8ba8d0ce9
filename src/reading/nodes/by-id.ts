import type { FieldSql } from '../scope.js';
import { given, sql } from '../sql.js';

/** The visible rows of an entity among the given `ids`, as one object by id. */
export function byId(entity: string): FieldSql {
  return scope => {
    const row = scope.rowOf(entity);
    const id = sql`${row.alias}.id`;
    return sql`(select json_object_agg(${id}, ${scope.on(row).object()}) from ${row.table}
      where ${id} = any(${given('ids')}::text[]) and ${row.visible})`;
  };
}
