import { insideIdea, seesEverything } from '../access/visibility.js';
import { inStatuses } from '../funding-calls/funding-call-list.js';
import { gateFactsOf } from '../ideas/gates/gate-facts-sql.js';
import { DRAFTS_AHEAD, isQuiet } from '../ideas/list/idea-filter.js';
import { standingOf } from '../ideas/standing-sql.js';
import { passedAmongSeen } from '../pipeline/pipeline-sql.js';
import type { SetScope, SetSql } from '../reading/scope.js';
import { literal, members, NOW, raw, sql, type Sql, VIEWER_PARTNER } from '../reading/sql.js';
import { newestStatus } from '../status-updates/newest-status.js';
import { AGENDA_POLICY } from './agenda-policy.js';

const { decisionDays, stalledDays } = AGENDA_POLICY;

/** What the viewer's partner owns or coordinates; a union, so that both ways in are index scans. */
export function isLed(ideaId: Sql): Sql {
  return sql`${ideaId} in (select owned.id from idea owned where owned.owner_id = ${VIEWER_PARTNER} union all
    select head.idea_id from membership head where head.partner_id = ${VIEWER_PARTNER} and head.left_at is null and head.role = 'COORDINATOR')`;
}

const atWork = (idea: Sql) => sql`${idea}.state in ('ACTIVE', 'PAUSED')`;

const localized = (row: Sql, name: string) =>
  sql`json_build_object('sv', ${row}.${raw(name)}_sv, 'en', ${row}.${raw(name)}_en)`;

/** The ideas that the viewer leads, as `LedIdea`. */
export const LED_IDEAS: SetSql = scope => {
  const { alias: idea, table, visible } = scope.rowOf('Idea');
  return sql`(select ${members(ledIdea(idea, scope))} from ${table} where ${isLed(sql`${idea}.id`)} and ${atWork(idea)} and ${visible})`;
};

function ledIdea(idea: Sql, scope: SetScope): Sql {
  const id = sql`${idea}.id`;
  const inside = insideIdea(id, scope.viewer);
  return sql`json_build_object('id', ${id}, 'standing', ${standingOf(idea)}, 'inside', ${inside}, 'facts', ${gateFactsOf(idea, scope)},
    'enteredStageAt', ${idea}.entered_stage_at, 'drafts', ${draftsOf(id, scope)},
    'names', (select coalesce(json_object_agg(p.id, p.name), '{}') from membership m join partner p on p.id = m.partner_id
      where m.idea_id = ${id} and m.left_at is null and m.letter_of_intent <> 'SIGNED'),
    'milestones', (select coalesce(json_agg(json_build_object('id', ms.id, 'title', ${localized(raw('ms'), 'title')}, 'dueOn', ms.due_on) order by ms.due_on, ms.id), '[]')
      from project planned join milestone ms on ms.project_id = planned.id
      where ${idea}.stage = 'PROJECT' and planned.idea_id = ${id} and ms.completed_on is null and ms.dropped_at is null),
    'status', case when ${inside} then ${newestStatus(
      id,
      told => sql`json_build_object('id', ${told}.id, 'at', ${told}.at, 'nextStepDueOn', ${told}.next_step_due_on,
        'nextStep', case when ${told}.next_step_sv is not null then ${localized(told, 'next_step')} end)`,
    )} end)`;
}

/** The applications of an idea that are being written with a deadline ahead, as `DraftAhead`. */
function draftsOf(ideaId: Sql, scope: SetScope): Sql {
  return sql`(select coalesce(json_agg(json_build_object('id', aimed.id, 'callId', aimed.call_id, 'identifier', target.identifier, 'at', aimed.at,
      'callStage', case when written.invited_at is null then 1 else 2 end) order by aimed.at, aimed.id), '[]')
    from ${DRAFTS_AHEAD} aimed join application written on written.id = aimed.id
    join funding_call target on target.id = aimed.call_id and ${scope.visible('FundingCall', raw('target'))}
    where aimed.idea_id = ${ideaId})`;
}

/** The ideas that nothing has changed of for long, as `StalledIdea`: those that the viewer leads, and for administrators all. */
export const STALLED_IDEAS: SetSql = scope => {
  const { alias: idea, table, visible } = scope.rowOf('Idea');
  const row = sql`json_build_object('ideaId', ${idea}.id, 'updatedAt', ${idea}.updated_at, 'standing', ${standingOf(idea)})`;
  const mine = seesEverything(scope.viewer) ? raw('true') : isLed(sql`${idea}.id`);
  return sql`(select ${members(row)} from ${table}
    where ${isQuiet(idea, literal(`P${stalledDays}D`))} and ${atWork(idea)} and ${mine} and ${visible})`;
};

/** What waits for the viewer beside the ideas that it leads, as `Other`. */
export const OTHERS: SetSql = scope => {
  const parts = [stays(scope), ownLetters(scope), requests(scope)];
  if (seesEverything(scope.viewer)) parts.push(undecided(scope), incomplete(scope));
  const [first, ...rest] = parts as [Sql, ...Sql[]];
  const union = rest.reduce((one, other) => sql`${one} union all ${other}`, first);
  return sql`(select ${members(raw('other.told'))} from (${union}) other)`;
};

/** Read only where there is a deadline: it looks at every stay of every idea. */
const stays = (scope: SetScope) =>
  sql`select json_build_object('what', 'STAYS', 'passed', ${passedAmongSeen(scope)}) as told
    where exists (select from ${DRAFTS_AHEAD} aimed where ${isLed(raw('aimed.idea_id'))})`;

function ownLetters(scope: SetScope): Sql {
  const { alias: idea, table, visible } = scope.rowOf('Idea');
  const id = sql`${idea}.id`;
  return sql`select json_build_object('what', 'LETTER', 'id', mine.id, 'ideaId', ${id}, 'letterOfIntent', mine.letter_of_intent,
      'standing', ${standingOf(idea)}, 'drafts', ${draftsOf(id, scope)})
    from membership mine join ${table} on ${id} = mine.idea_id
    where mine.partner_id = ${VIEWER_PARTNER} and mine.left_at is null and mine.letter_of_intent <> 'SIGNED' and mine.role <> 'ASSOCIATED_PARTNER'
      and ${atWork(idea)} and ${visible} and ${insideIdea(id, scope.viewer)}`;
}

/** Requests for those who lead the idea and administrators, invitations for the partner. */
function requests(scope: SetScope): Sql {
  const [{ alias: idea, table, visible }, request] = [scope.rowOf('Idea'), scope.rowOf('JoinRequest')];
  const asked = seesEverything(scope.viewer) ? raw('true') : isLed(sql`${idea}.id`);
  return sql`select json_build_object('what', 'REQUEST', 'id', ${request.alias}.id, 'ideaId', ${idea}.id, 'origin', ${request.alias}.origin,
      'partner', asking.name, 'standing', ${standingOf(idea)})
    from ${request.table} join ${table} on ${idea}.id = ${request.alias}.idea_id join partner asking on asking.id = ${request.alias}.partner_id
    where ${request.alias}.status = 'PENDING' and ${atWork(idea)} and ${visible} and ${request.visible}
      and case ${request.alias}.origin when 'IDEA' then ${request.alias}.partner_id = ${VIEWER_PARTNER} else ${asked} end`;
}

/** The deadline that an application has answered: its chosen one, else the first one after it was submitted. */
const answered = sql`coalesce(sent.deadline, (select min(each) from unnest(target.deadlines) each where each >= sent.submitted_at), target.closes_at)`;

/** A day early: which Swedish day it is decides. */
function undecided(scope: SetScope): Sql {
  const { alias: idea, table } = scope.rowOf('Idea');
  return sql`select json_build_object('what', 'UNDECIDED', 'id', sent.id, 'ideaId', ${idea}.id, 'callId', target.id, 'identifier', target.identifier,
      'closedAt', ${answered}, 'standing', ${standingOf(idea)})
    from application sent join funding_call target on target.id = sent.call_id join ${table} on ${idea}.id = sent.idea_id
    where sent.status in ('SUBMITTED', 'UNDER_REVIEW') and ${atWork(idea)} and ${answered} <= ${NOW} - interval '${raw(decisionDays - 1)} days'`;
}

function incomplete(scope: SetScope): Sql {
  const { alias: call, table, visible } = scope.rowOf('FundingCall');
  return sql`select json_build_object('what', 'INCOMPLETE', 'id', ${call}.id, 'identifier', ${call}.identifier) from ${table}
    where ${visible} and ${inStatuses(call, ['DRAFT', 'FORTHCOMING', 'OPEN'])} and ${call}.deadline_model <> 'CONTINUOUS' and ${call}.deadlines = '{}'`;
}
