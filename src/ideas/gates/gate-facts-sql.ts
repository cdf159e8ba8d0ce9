import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FieldSql } from '../../reading/scope.js';
import { compile, raw, sql, type Sql } from '../../reading/sql.js';
import type { GateFacts } from './gate-facts.js';

/** The call of an application, as its clock and rules need it. */
export const CALL_FACTS = `json_build_object('identifier', c.identifier, 'publishedAt', c.published_at, 'cancelledAt', c.cancelled_at,
  'opensAt', c.opens_at, 'deadlines', to_json(c.deadlines), 'deadlineModel', c.deadline_model, 'minPartners', c.min_partners,
  'minCountries', c.min_countries, 'requiredSectors', to_json(c.required_sectors), 'trlMin', c.trl_min, 'trlMax', c.trl_max)`;

const money = (alias: string, column: string) =>
  `case when ${alias}.${column}_amount is not null then json_build_object('amount', ${alias}.${column}_amount::text, 'currency', ${alias}.${column}_currency) end`;

/** All that the gates know of the idea at hand, as `GateFacts`; a call that the viewer may not see is not named. */
export const GATE_FACTS: FieldSql = scope => factsOf(scope.row.alias, scope.visible('FundingCall', raw('c')));

/** All that the gates know of an idea that is being changed, as it stands in the transaction at hand. */
export async function gateFactsIn(em: EntityManager, { id }: { id: string }): Promise<GateFacts> {
  const [row] = await (em as SqlEntityManager).execute<[{ facts: GateFacts }]>(FACTS, [id]);
  return row.facts;
}

function factsOf(i: string, counted: Sql): Sql {
  return sql`json_build_object(
  'stage', ${raw(i)}.stage, 'technologyReadinessLevel', ${raw(i)}.technology_readiness_level,
  'title', json_build_object('sv', ${raw(i)}.title_sv, 'en', ${raw(i)}.title_en),
  'summary', json_build_object('sv', ${raw(i)}.summary_sv, 'en', ${raw(i)}.summary_en),
  'challenge', case when ${raw(i)}.challenge_sv is not null then json_build_object('sv', ${raw(i)}.challenge_sv, 'en', ${raw(i)}.challenge_en) end,
  'focusAreaCount', (select count(*) from idea_focus_area fa where fa.idea_id = ${raw(i)}.id),
  'environmentalObjectives', to_json(${raw(i)}.environmental_objectives),
  'members', (select coalesce(json_agg(json_build_object('partnerId', m.partner_id, 'role', m.role, 'letterOfIntent', m.letter_of_intent,
      'commitment', ${raw(money('m', 'commitment'))}, 'sector', p.sector, 'country', p.country) order by m.joined_at, m.id), '[]')
    from membership m join partner p on p.id = m.partner_id where m.idea_id = ${raw(i)}.id and m.left_at is null),
  'applications', (select coalesce(json_agg(json_build_object('status', a.status, 'granted', ${raw(money('a', 'granted'))},
      'deadline', a.deadline, 'call', ${raw(CALL_FACTS)}) order by a.created_at, a.id), '[]')
    from application a join funding_call c on c.id = a.call_id where a.idea_id = ${raw(i)}.id and ${counted}),
  'project', (select json_build_object('startsOn', pr.starts_on, 'endsOn', pr.ends_on, 'budget', ${raw(money('pr', 'budget'))},
      'milestones', (select coalesce(json_agg(json_build_object('dueOn', ms.due_on)), '[]') from milestone ms where ms.project_id = pr.id),
      'outcomeCount', (select count(*) from outcome o where o.project_id = pr.id))
    from project pr where pr.idea_id = ${raw(i)}.id))`;
}

const FACTS = `select ${compile(factsOf('i', raw('true'))).text} as facts from idea i where i.id = ?`;
