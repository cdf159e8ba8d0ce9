import { raw, sql, type Sql } from '../reading/sql.js';

/** A column of the newest status update of an idea, by its id; null before the first. */
export function ofNewestStatus(ideaId: Sql, column: 'health' | 'at'): Sql {
  return newestStatus(ideaId, told => sql`${told}.${raw(column)}`);
}

/** What the newest status update of an idea says; null before the first. */
export function newestStatus(ideaId: Sql, what: (told: Sql) => Sql): Sql {
  return sql`(select ${what(raw('told'))} from status_update told where told.idea_id = ${ideaId} order by told.at desc, told.id desc limit 1)`;
}
