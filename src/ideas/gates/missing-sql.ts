import { insideIdea } from '../../access/visibility.js';
import { ApplicationStatus } from '../../applications/application-status.js';
import { isLive } from '../../applications/application-path.js';
import type { Scope } from '../../reading/scope.js';
import { any, join, literal, NOW, raw, sql, type Sql } from '../../reading/sql.js';
import { wordsOf } from '../../shared/described-enum.js';
import { Stage } from '../stages.js';
import { CONFIDENTIAL_REQUIREMENTS, type RequirementCode, requirementsFrom } from './gates.js';

/**
 * Whether the gate ahead of an idea asks one of the requirements and finds it not met: the twin of `readinessOf`, for
 * lists. Where the viewer is not shown a requirement the answer is null, which is neither true nor, negated, false.
 */
export function missesAny(idea: Sql, codes: readonly RequirementCode[], scope: Scope): Sql {
  return any(
    wordsOf(Stage).flatMap(stage =>
      requirementsFrom(stage)
        .filter(code => codes.includes(code))
        .map(code => sql`(${idea}.stage = ${literal(stage)} and ${shown(idea, code, scope)})`),
    ),
  );
}

function shown(idea: Sql, code: RequirementCode, scope: Scope): Sql {
  const unmet = UNMET[code](idea, scope);
  if (!CONFIDENTIAL_REQUIREMENTS.includes(code)) return unmet;
  return sql`case when ${insideIdea(sql`${idea}.id`, scope.viewer)} then ${unmet} end`;
}

/** What a programme asks. */
const asked = (idea: Sql, name: string) =>
  sql`(select rules.gate_policy_${raw(name)} from programme rules where rules.id = ${idea}.programme_id)`;

/** What JavaScript's `trim` takes away, which is more than a blank. */
const BLANKS = raw(
  String.raw`U&' \0009\000A\000B\000C\000D\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\FEFF'`,
);

/** The characters of a text; Swedish, or English where there is no Swedish. */
function lengthOf(idea: Sql, text: string): Sql {
  const [sv, en] = ['sv', 'en'].map(language => sql`${idea}.${raw(`${text}_${language}`)}`) as [Sql, Sql];
  return sql`char_length(btrim(coalesce(nullif(${sv}, ''), ${en}, ''), ${BLANKS}))`;
}

const members = (idea: Sql, of: string) =>
  sql`(select ${raw(of)} from membership m join partner p on p.id = m.partner_id where m.idea_id = ${idea}.id and m.left_at is null)`;

const COUNTED = "filter (where m.role <> 'ASSOCIATED_PARTNER')";

const LIVE = join(
  wordsOf(ApplicationStatus)
    .filter(status => isLive({ status }))
    .map(literal),
  ', ',
);

/** Whether there is an application to a call that the viewer sees and the condition holds for. */
function applied(idea: Sql, scope: Scope, condition: Sql): Sql {
  return sql`exists (select from application a join funding_call c on c.id = a.call_id
    where a.idea_id = ${idea}.id and ${scope.visible('FundingCall', raw('c'))} and ${condition})`;
}

const TARGETED = sql`a.status in (${LIVE}) and (c.cancelled_at > ${NOW}) is not false and c.published_at <= ${NOW}
  and (c.opens_at > ${NOW} or c.deadline_model = 'CONTINUOUS' or c.deadlines = '{}'
    or case when a.status = 'DRAFT' and c.deadline_model = 'TWO_STAGE' then ${NOW} <= all(c.deadlines) else ${NOW} <= any(c.deadlines) end)`;

/** The rules of a call that a consortium and the idea's maturity keep; associated partners are not counted. */
const rulesKept = (idea: Sql) => sql`coalesce(c.min_partners, 0) <= ${members(idea, `count(*) ${COUNTED}`)}
  and coalesce(c.min_countries, 0) <= ${members(idea, `count(distinct p.country) ${COUNTED}`)}
  and c.required_sectors <@ ${members(idea, `coalesce(array_agg(p.sector) ${COUNTED}, '{}')`)}
  and ((c.trl_min is null and c.trl_max is null)
    or coalesce(${idea}.technology_readiness_level between coalesce(c.trl_min, 1) and coalesce(c.trl_max, 9), false))`;

/** Whether the project's plan lacks what the condition asks of it; so it does while there is no plan. */
const unplanned = (idea: Sql, condition: Sql) =>
  sql`not exists (select from project plan where plan.idea_id = ${idea}.id and ${condition})`;

/** The day on which the years are full; where a month lacks the first day's date, the first of the next. The twin of `anniversary`. */
function full(idea: Sql, name: string): Sql {
  return sql`(select due.day::date + case when extract(day from due.day) < extract(day from plan.starts_on) then 1 else 0 end
    from (select plan.starts_on + make_interval(months => (12 * ${asked(idea, name)})::int) as day) due)`;
}

/** Grants and commitments in the budget's currency. */
const covered = (idea: Sql, scope: Scope) => sql`coalesce((select sum(a.granted_amount) from application a
    join funding_call c on c.id = a.call_id and ${scope.visible('FundingCall', raw('c'))}
    where a.idea_id = ${idea}.id and a.status = 'GRANTED' and a.granted_currency = plan.budget_currency), 0)
  + coalesce((select sum(m.commitment_amount) from membership m
    where m.idea_id = ${idea}.id and m.left_at is null and m.commitment_currency = plan.budget_currency), 0)`;

const UNMET: Readonly<Record<RequirementCode, (idea: Sql, scope: Scope) => Sql>> = {
  DESCRIBED: idea => sql`(${lengthOf(idea, 'title')} = 0 or ${lengthOf(idea, 'challenge')} = 0
    or ${lengthOf(idea, 'summary')} < greatest(1, ${asked(idea, 'summary_min_length')}))`,
  FOCUS_AREA_CHOSEN: idea => sql`not exists (select from idea_focus_area chosen where chosen.idea_id = ${idea}.id)`,
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: idea => sql`${idea}.environmental_objectives = '{}'`,
  COORDINATOR_APPOINTED: idea => sql`${members(idea, "count(*) filter (where m.role = 'COORDINATOR')")} <> 1`,
  ENOUGH_PARTNERS: idea => sql`${members(idea, `count(*) ${COUNTED}`)} < ${asked(idea, 'min_partners')}`,
  SECTORS_REPRESENTED: idea => sql`(${members(idea, 'count(distinct p.sector)')} < ${asked(idea, 'min_sectors')}
    or exists (select from jsonb_array_elements(${asked(idea, 'required_sectors')}) wanted
      where not wanted ?| ${members(idea, "coalesce(array_agg(p.sector), '{}')")}))`,
  LETTERS_OF_INTENT: idea =>
    sql`${members(idea, `coalesce(bool_and(m.letter_of_intent = 'SIGNED') ${COUNTED}, false)`)} is false`,
  CALL_TARGETED: (idea, scope) => sql`not ${applied(idea, scope, TARGETED)}`,
  CALL_RULES_MET: (idea, scope) => sql`not ${applied(idea, scope, sql`${TARGETED} and ${rulesKept(idea)}`)}`,
  APPLICATION_GRANTED: (idea, scope) => sql`not ${applied(idea, scope, raw("a.status = 'GRANTED'"))}`,
  PROJECT_DURATION: idea =>
    unplanned(
      idea,
      sql`plan.ends_on + 1 between ${full(idea, 'project_min_years')} and ${full(idea, 'project_max_years')}`,
    ),
  BUDGET_COVERED: (idea, scope) => unplanned(idea, sql`${covered(idea, scope)} >= plan.budget_amount`),
  MILESTONES_PLANNED: idea =>
    unplanned(
      idea,
      sql`(select bool_and(ms.due_on between plan.starts_on and plan.ends_on) from milestone ms where ms.project_id = plan.id and ms.dropped_at is null)`,
    ),
  OUTCOMES_PLANNED: idea =>
    unplanned(idea, sql`exists (select from outcome o where o.project_id = plan.id and o.dropped_at is null)`),
};
