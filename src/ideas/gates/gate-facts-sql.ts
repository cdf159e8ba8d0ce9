import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { callFactPairs } from '../../funding-calls/call-facts-sql.js';
import { policyJson } from '../../programmes/policy-sql.js';
import { moneyOf } from '../../reading/columns.js';
import type { FieldSql, SetScope } from '../../reading/scope.js';
import { compile, raw, sql, type Sql } from '../../reading/sql.js';
import type { GateFacts } from './gate-facts.js';

/** All that the gates know of the idea at hand, as `GateFacts`; a call that the viewer may not see is not named. */
export const GATE_FACTS: FieldSql = scope => gateFactsOf(scope.row.alias, scope);

/** The same of an idea that is no field's row. */
export function gateFactsOf(idea: Sql, scope: SetScope): Sql {
  return factsOf(idea, scope.visible('FundingCall', raw('c')));
}

/** All that the gates know of an idea that is being changed and is there, as it stands in the transaction at hand. */
export async function gateFactsIn(em: EntityManager, { id }: { id: string }): Promise<GateFacts> {
  const [row] = await (em as SqlEntityManager).execute<{ facts: GateFacts }[]>(FACTS, [id]);
  return row?.facts as GateFacts;
}

/** The same of several, by their ids. */
export async function gateFactsOfAll(em: EntityManager, ids: readonly string[]): Promise<Map<string, GateFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await (em as SqlEntityManager).execute<{ id: string; facts: GateFacts }[]>(ALL_FACTS, [
    `{${ids.join(',')}}`,
  ]);
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

/** The numbers of an idea's programme, as they are now. */
export function policyOf(i: Sql): Sql {
  return sql`(select ${policyJson(raw('rules'))} from programme rules where rules.id = ${i}.programme_id)`;
}

function factsOf(i: Sql, counted: Sql): Sql {
  return sql`json_build_object(
  'policy', ${policyOf(i)}, 'stage', ${i}.stage, 'technologyReadinessLevel', ${i}.technology_readiness_level,
  'title', json_build_object('sv', ${i}.title_sv, 'en', ${i}.title_en),
  'summary', json_build_object('sv', ${i}.summary_sv, 'en', ${i}.summary_en),
  'challenge', case when ${i}.challenge_sv is not null then json_build_object('sv', ${i}.challenge_sv, 'en', ${i}.challenge_en) end,
  'focusAreaCount', (select count(*) from idea_focus_area fa where fa.idea_id = ${i}.id),
  'environmentalObjectives', to_json(${i}.environmental_objectives),
  'members', (select coalesce(json_agg(json_build_object('partnerId', m.partner_id, 'role', m.role, 'letterOfIntent', m.letter_of_intent,
      'commitment', ${moneyOf(raw('m'), 'commitment')}, 'sector', p.sector, 'country', p.country) order by m.joined_at, m.id), '[]')
    from membership m join partner p on p.id = m.partner_id where m.idea_id = ${i}.id and m.left_at is null),
  'applications', (select coalesce(json_agg(json_build_object('status', a.status, 'granted', ${moneyOf(raw('a'), 'granted')},
      'deadline', a.deadline, 'call', json_build_object(${callFactPairs(raw('c'))})) order by a.created_at, a.id), '[]')
    from application a join funding_call c on c.id = a.call_id where a.idea_id = ${i}.id and ${counted}),
  'project', (select json_build_object('startsOn', pr.starts_on, 'endsOn', pr.ends_on, 'budget', ${moneyOf(raw('pr'), 'budget')},
      'milestones', (select coalesce(json_agg(json_build_object('dueOn', ms.due_on)), '[]') from milestone ms where ms.project_id = pr.id and ms.dropped_at is null),
      'outcomeCount', (select count(*) from outcome o where o.project_id = pr.id and o.dropped_at is null))
    from project pr where pr.idea_id = ${i}.id))`;
}

const FACTS = `select ${compile(factsOf(raw('i'), raw('true'))).text} as facts from idea i where i.id = ?`;
const ALL_FACTS = `select i.id, ${compile(factsOf(raw('i'), raw('true'))).text} as facts from idea i where i.id = any(?::text[])`;
