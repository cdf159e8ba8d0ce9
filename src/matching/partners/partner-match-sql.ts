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

/**
 * The partners outside, with what is seen of their ideas. None takes part in the idea at hand; what doesn't depend on it
 * is read once for all ideas of the answer, and what does begins from its members and its areas.
 */
function candidates(idea: Sql, scope: Scope): Sql {
  return sql`(with granted as materialized (${granted(scope)}),
    mates as materialized (${mates(idea, scope)}),
    outside as (
      select p.id, p.name, p.sector, p.country from partner p
      where p.merged_into_id is null and p.id <> ${idea}.owner_id and p.id not in ${MEMBERS(idea)} order by p.name, p.id limit ${raw(MOST_CANDIDATES)})
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'sector', p.sector, 'country', p.country,
      'areas', ${areas(idea, scope)},
      'together', (select coalesce(json_agg(distinct mates.name), '[]') from mates where mates.partner_id = p.id),
      'granted', coalesce(granted.ideas, 0))), '[]') from outside p left join granted on granted.partner_id = p.id)`;
}

/** How many ideas of each partner were granted funding. */
function granted(scope: Scope): Sql {
  return sql`with won as (select distinct a.idea_id, seen.owner_id from application a join idea seen on seen.id = a.idea_id
        where a.status = 'GRANTED' and ${scope.visible('Application', raw('a'))} and ${scope.visible('Idea', raw('seen'))})
      select part.partner_id, count(*) as ideas from (
        select won.idea_id, won.owner_id as partner_id from won
        union select m.idea_id, m.partner_id from won join membership m on m.idea_id = won.idea_id and m.left_at is null) part
      group by part.partner_id`;
}

/** Who takes part in another idea with a member, and the member's name. */
function mates(idea: Sql, scope: Scope): Sql {
  return sql`with known as (
      select m.idea_id, m.partner_id from membership m where m.left_at is null and m.partner_id in ${MEMBERS(idea)}
      union select o.id, o.owner_id from idea o where o.owner_id in ${MEMBERS(idea)}),
    common as (
      select known.idea_id, seen.owner_id, member.name from known join partner member on member.id = known.partner_id
      join idea seen on seen.id = known.idea_id where seen.id <> ${idea}.id and ${scope.visible('Idea', raw('seen'))})
    select common.owner_id as partner_id, common.name from common
    union select m.partner_id, common.name from common join membership m on m.idea_id = common.idea_id and m.left_at is null`;
}

/** The areas of the idea at hand that the partner has an idea in: the first that is found is enough. */
function areas(idea: Sql, scope: Scope): Sql {
  const inArea = sql`theirs.focus_area_id = area.id and ${scope.visible('Idea', raw('seen'))}`;
  return sql`(select coalesce(json_agg(json_build_object('sv', area.name_sv, 'en', area.name_en) order by area.code), '[]') from focus_area area
    where area.id in (select mine.focus_area_id from idea_focus_area mine where mine.idea_id = ${idea}.id)
    and (exists (select from membership part join idea_focus_area theirs on theirs.idea_id = part.idea_id join idea seen on seen.id = part.idea_id
        where part.partner_id = p.id and part.left_at is null and ${inArea})
      or exists (select from idea seen join idea_focus_area theirs on theirs.idea_id = seen.id where seen.owner_id = p.id and ${inArea})))`;
}
