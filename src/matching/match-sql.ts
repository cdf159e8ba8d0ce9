import { insideIdea } from '../access/visibility.js';
import { callFactPairs } from '../funding-calls/call-facts-sql.js';
import { inStatuses } from '../funding-calls/funding-call-list.js';
import { moneyOf } from '../reading/columns.js';
import type { SetScope, SetSql } from '../reading/scope.js';
import { members, raw, sql, type Sql } from '../reading/sql.js';

const AREAS = (pivot: string, column: string, id: Sql) => sql`(select coalesce(json_agg(json_build_object(
    'code', area.code, 'name', json_build_object('sv', area.name_sv, 'en', area.name_en)) order by area.code), '[]')
  from ${raw(pivot)} chosen join focus_area area on area.id = chosen.focus_area_id where chosen.${raw(column)} = ${id})`;

const TEXT = (row: Sql) => sql`json_build_object(
  'titleStems', to_json(tsvector_to_array(to_tsvector('swedish', ${row}.title_sv) || to_tsvector('english', coalesce(${row}.title_en, '')))),
  'stems', to_json(tsvector_to_array(${row}.search)),
  'piecesSv', to_json(show_trgm(unaccented(${row}.title_sv))), 'piecesEn', to_json(show_trgm(unaccented(coalesce(${row}.title_en, '')))))`;

/** Looked up by its key: joined, all partners would be read for each of a thousand ideas. */
const MEMBER = sql`(select json_build_object('role', m.role, 'sector', p.sector, 'country', p.country) from partner p where p.id = m.partner_id)`;

/** What matching knows of an idea. Amounts that are asked for are left out when the viewer is not inside the idea. */
export function ideaFacts(idea: Sql, { viewer }: Pick<SetScope, 'viewer'>): Sql {
  const inside = insideIdea(sql`${idea}.id`, viewer);
  return sql`json_build_object('id', ${idea}.id, 'code', ${idea}.code, 'text', ${TEXT(idea)},
    'focusAreas', ${AREAS('idea_focus_area', 'idea_id', sql`${idea}.id`)},
    'environmentalObjectives', to_json(${idea}.environmental_objectives), 'technologyReadinessLevel', ${idea}.technology_readiness_level,
    'members', (select coalesce(json_agg(${MEMBER}), '[]') from membership m where m.idea_id = ${idea}.id and m.left_at is null),
    'requested', (select coalesce(json_agg(${moneyOf(raw('a'), 'requested')} order by a.created_at desc), '[]') from application a
      where a.idea_id = ${idea}.id and a.requested_amount is not null and ${inside}),
    'isSoughtWithheld', not ${inside}, 'budget', (select ${moneyOf(raw('pr'), 'budget')} from project pr where pr.idea_id = ${idea}.id))`;
}

/** What matching knows of a funding call. */
export function callFacts(call: Sql): Sql {
  return sql`json_build_object('id', ${call}.id, ${callFactPairs(call)}, 'text', ${TEXT(call)},
    'focusAreas', ${AREAS('funding_call_focus_area', 'funding_call_id', sql`${call}.id`)},
    'environmentalObjectives', to_json(${call}.environmental_objectives),
    'grantMin', ${moneyOf(call, 'grant_min')}, 'grantMax', ${moneyOf(call, 'grant_max')})`;
}

/** So many candidates are compared at most: calls by what closes first, ideas by what changed last. */
export const MOST_CANDIDATES = 1_000;

/** The calls that ideas are matched with: those the viewer may see that are open or forthcoming. */
export const CANDIDATE_CALLS: SetSql = scope => {
  const { alias: call, table, visible } = scope.rowOf('FundingCall');
  return sql`(select ${members(callFacts(call))} from (
    select ${call}.* from ${table} where ${visible} and ${inStatuses(call, ['OPEN', 'FORTHCOMING'])}
    order by ${call}.closes_at, ${call}.id limit ${raw(MOST_CANDIDATES)}) as ${call})`;
};

/** The ideas that calls are matched with: those the viewer may see that are at work and not yet projects. */
export const CANDIDATE_IDEAS: SetSql = scope => {
  const { alias: idea, table, visible } = scope.rowOf('Idea');
  return sql`(select ${members(ideaFacts(idea, scope))} from (
    select ${idea}.* from ${table} where ${visible} and ${idea}.state = 'ACTIVE' and ${idea}.stage <> 'PROJECT'
    order by ${idea}.updated_at desc, ${idea}.id desc limit ${raw(MOST_CANDIDATES)}) as ${idea})`;
};
