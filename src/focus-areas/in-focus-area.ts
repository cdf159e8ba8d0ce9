import { raw, sql, type Sql } from '../reading/sql.js';

/** Whether a row belongs to one of the focus areas named by code, or to a part of one. */
export function inFocusAreas(
  pivot: 'idea_focus_area' | 'funding_call_focus_area',
  column: string,
  id: Sql,
  codes: Sql,
): Sql {
  return sql`exists (select from ${raw(pivot)} chosen join focus_area area on area.id = chosen.focus_area_id
    where chosen.${raw(column)} = ${id} and exists (
      select from unnest(${codes}::text[]) wanted where area.code = wanted or starts_with(area.code, wanted || '.')))`;
}
