import { sql, type Sql } from '../reading/sql.js';

/** A call's name, clock and rules as the pairs of a JSON object, as `CallClock` and `CallRules` read them. */
export function callFactPairs(call: Sql): Sql {
  return sql`'identifier', ${call}.identifier, 'publishedAt', ${call}.published_at, 'cancelledAt', ${call}.cancelled_at,
  'opensAt', ${call}.opens_at, 'deadlines', to_json(${call}.deadlines), 'deadlineModel', ${call}.deadline_model,
  'minPartners', ${call}.min_partners, 'minCountries', ${call}.min_countries, 'requiredSectors', to_json(${call}.required_sectors),
  'trlMin', ${call}.trl_min, 'trlMax', ${call}.trl_max`;
}
