import { insideIdea } from '../../access/visibility.js';
import { policyOf } from '../../ideas/gates/gate-facts-sql.js';
import type { Scope } from '../../reading/scope.js';
import { raw, sql, type Sql } from '../../reading/sql.js';

/** So many partners are compared at most, in the order of their names. */
const MOST_CANDIDATES = 1_000;

const MEMBERS = (idea: Sql) =>
  sql`(select m.partner_id from membership m where m.idea_id = ${idea}.id and m.left_at is null)`;

/** What the consortium of the idea at hand is and needs, and the partners outside it; null for whom it isn't told. */
export function consortiumAndPartners(scope: Scope): Sql {
  const idea = scope.row.alias;
  return sql`case when ${insideIdea(sql`${idea}.id`, scope.viewer)} then json_build_object(
    'consortium', ${consortium(idea, scope)}, 'partners', ${candidates(idea, scope)}) end`;
}

function consortium(idea: Sql, scope: Scope): Sql {
  const ofMembers = (column: string) =>
    sql`(select coalesce(json_agg(distinct p.${raw(column)}), '[]') from partner p where p.id in ${MEMBERS(idea)})`;
  return sql`json_build_object('sectors', ${ofMembers('sector')}, 'countries', ${ofMembers('country')},
    'minCountries', (select max(c.min_countries) from application a join funding_call c on c.id = a.call_id
      where a.idea_id = ${idea}.id and a.status = 'DRAFT' and ${scope.visible('FundingCall', raw('c'))}),
    'policy', ${policyOf(idea)})`;
}

/** Who takes part in what other ideas that the viewer sees, gathered by partner. */
function candidates(idea: Sql, scope: Scope): Sql {
  return sql`(with part as (
      select part.idea_id, part.partner_id from (
        select o.id as idea_id, o.owner_id as partner_id from idea o
        union select m.idea_id, m.partner_id from membership m where m.left_at is null) part
      join idea seen on seen.id = part.idea_id where part.idea_id <> ${idea}.id and ${scope.visible('Idea', raw('seen'))}),
    outside as (
      select p.id, p.name, p.sector, p.country from partner p
      where p.merged_into_id is null and p.id <> ${idea}.owner_id and p.id not in ${MEMBERS(idea)} order by p.name, p.id limit ${raw(MOST_CANDIDATES)})
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'sector', p.sector, 'country', p.country,
      'areas', (select coalesce(json_agg(json_build_object('sv', area.name_sv, 'en', area.name_en) order by area.code), '[]') from focus_area area
        where area.id in (select mine.focus_area_id from idea_focus_area mine where mine.idea_id = ${idea}.id)
        and exists (select from part join idea_focus_area theirs on theirs.idea_id = part.idea_id
          where part.partner_id = p.id and theirs.focus_area_id = area.id)),
      'together', (select coalesce(json_agg(distinct known.name), '[]') from part join part other on other.idea_id = part.idea_id
        join partner known on known.id = other.partner_id
        where part.partner_id = p.id and other.partner_id in ${MEMBERS(idea)}),
      'granted', (select count(distinct part.idea_id) from part join application a on a.idea_id = part.idea_id
        where part.partner_id = p.id and a.status = 'GRANTED' and ${scope.visible('Application', raw('a'))}))), '[]') from outside p)`;
}
