import { sql, type Sql } from '../../reading/sql.js';

/** When a transition was recorded: most are as they happen. */
export function recordedAt(transition: Sql): Sql {
  return sql`coalesce(${transition}.recorded_at, ${transition}.at)`;
}
