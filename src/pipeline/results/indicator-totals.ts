import { SHARES } from '../../projects/plan/shares.js';
import type { FieldSql } from '../../reading/scope.js';
import { literal, raw, sql } from '../../reading/sql.js';

/** Each total as `totalled`: the name is that of the indicator planned first. */
export const INDICATOR_TOTALS: FieldSql = scope => {
  const total = scope.on({ alias: raw('totalled'), properties: {} }).object();
  return sql`(select coalesce(json_agg(${total} order by totalled.code collate swedish, totalled.unit collate swedish), '[]') from (
    select own.code, own.unit, (array_agg(own.name_sv order by own.id))[1] as name_sv, (array_agg(own.name_en order by own.id))[1] as name_en,
      count(*) as projects, count(newest.value) as measured,
      case when own.unit !~* ${literal(SHARES)} and count(*) = count(own.baseline) then sum(own.baseline)::text end as baseline,
      case when own.unit !~* ${literal(SHARES)} then sum(own.target)::text end as target,
      case when own.unit !~* ${literal(SHARES)} then sum(newest.value)::text end as latest
    from planned
    join indicator own on own.project_id = planned.id and own.dropped_at is null
    left join lateral (select m.value from measurement m where m.indicator_id = own.id order by m."on" desc limit 1) newest on true
    group by own.code, own.unit) totalled)`;
};
