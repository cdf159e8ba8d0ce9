import { inFocusAreas } from '../focus-areas/in-focus-area.js';
import type { List, Order } from '../reading/connections/connection.js';
import type { Scope } from '../reading/scope.js';
import { BY_RELEVANCE } from '../reading/search/search-text.js';
import { matchesText, relevance, searchAmong } from '../reading/search/search.js';
import { all, join, NOW, raw, sql, type Sql } from '../reading/sql.js';
import { describedEnum } from '../shared/described-enum.js';
import type { CallStatus } from './call-status.js';

export const FundingCallOrderField = describedEnum(
  'FundingCallOrderField',
  'What funding calls are ordered by. Calls that have no such value come last.',
  {
    NEXT_DEADLINE: 'The next deadline.',
    OPENS_AT: 'When it opens.',
    BUDGET: 'The amount of the budget, whatever its currency.',
    TITLE: 'The Swedish title, in Swedish alphabetical order.',
    UPDATED_AT: 'When it last changed.',
    RELEVANCE: BY_RELEVANCE,
  },
);
export type FundingCallOrderField = keyof typeof FundingCallOrderField;

/** A list of funding calls: those that `within` holds for, narrowed by the field's filter and in the field's order. */
export function fundingCallList(within?: (alias: Sql) => Sql): List {
  return {
    entity: 'FundingCall',
    where: (alias, scope) => all([within?.(alias), fundingCallFilter(alias, scope)]),
    order: fundingCallOrder,
  };
}

function fundingCallFilter(call: Sql, scope: Scope): Sql {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const given = (name: string) => filter[name] != null;
  const search = searchAmong('FundingCall', call, scope);
  return all([
    search && matchesText(search),
    given('ids') && sql`${call}.id = any(${value('ids')}::text[])`,
    given('statuses') && inStatuses(call, filter.statuses),
    given('programmes') && sql`${call}.programme = any(${value('programmes')}::text[])`,
    given('funders') && sql`${call}.funder = any(${value('funders')}::text[])`,
    given('focusAreas') &&
      inFocusAreas('funding_call_focus_area', 'funding_call_id', sql`${call}.id`, value('focusAreas')),
    given('deadlineAfter') && sql`${nextDeadlineOf(call)} > ${value('deadlineAfter')}::timestamptz`,
    given('deadlineBefore') && sql`${nextDeadlineOf(call)} < ${value('deadlineBefore')}::timestamptz`,
    given('minBudget') &&
      sql`${call}.budget_currency = ${scope.arg(args => args.filter.minBudget.currency)}::text
      and ${call}.budget_amount >= ${scope.arg(args => args.filter.minBudget.amount)}::numeric`,
    given('updatedSince') && sql`${call}.updated_at >= ${value('updatedSince')}::timestamptz`,
    given('updatedBefore') && sql`${call}.updated_at < ${value('updatedBefore')}::timestamptz`,
  ]);
}

/** The first deadline that has not passed, or null; a cancelled call has none. The twin of `nextDeadline`. */
export function nextDeadlineOf(call: Sql): Sql {
  return sql`(select min(ahead) from unnest(${call}.deadlines) ahead where ahead >= ${NOW} and ${call}.cancelled_at is null)`;
}

/** The twin of `callStatus` in call-clock.ts, one condition per status so that lists can use an index. */
const STATUS: Readonly<Record<CallStatus, (call: Sql) => Sql>> = {
  DRAFT: call => sql`${call}.cancelled_at is null and ${call}.published_at is null`,
  CANCELLED: call => sql`${call}.cancelled_at is not null`,
  FORTHCOMING: call => sql`${published(call)} and ${call}.opens_at > ${NOW}`,
  OPEN: call => sql`${published(call)} and ${opened(call)} and ${lasting(call)}`,
  CLOSED: call => sql`${published(call)} and ${opened(call)} and not ${lasting(call)}`,
};

const published = (call: Sql) => sql`${call}.cancelled_at is null and ${call}.published_at is not null`;
const opened = (call: Sql) => sql`(${call}.opens_at is null or ${call}.opens_at <= ${NOW})`;
const lasting = (call: Sql) =>
  sql`(${call}.deadline_model = 'CONTINUOUS' or ${call}.closes_at is null or ${call}.closes_at >= ${NOW})`;

/** The status of a call at this moment. */
export function statusOf(call: Sql): Sql {
  const cases = (Object.entries(STATUS) as [CallStatus, (call: Sql) => Sql][]).map(
    ([status, holds]) => sql`when ${holds(call)} then ${raw(`'${status}'`)}`,
  );
  return sql`case ${join(cases, ' ')} end`;
}

/** Whether a call is in one of the statuses at this moment. */
export function inStatuses(call: Sql, statuses: readonly CallStatus[]): Sql {
  if (statuses.length === 0) return raw('false');
  return sql`(${join(
    statuses.map(status => sql`(${STATUS[status](call)})`),
    ' or ',
  )})`;
}

function fundingCallOrder(call: Sql, scope: Scope): Order {
  const search = searchAmong('FundingCall', call, scope);
  const standard = search ? { field: 'RELEVANCE', direction: 'DESC' } : { field: 'NEXT_DEADLINE', direction: 'ASC' };
  const { field, direction } = scope.args.orderBy ?? standard;
  const never = raw(direction === 'ASC' ? "'infinity'" : "'-infinity'");
  const keys: Record<FundingCallOrderField, [Sql, string]> = {
    NEXT_DEADLINE: [sql`coalesce(${nextDeadlineOf(call)}, ${never}::timestamptz)`, 'timestamptz'],
    OPENS_AT: [sql`coalesce(${call}.opens_at, ${never}::timestamptz)`, 'timestamptz'],
    BUDGET: [sql`coalesce(${call}.budget_amount, ${never}::numeric)`, 'numeric'],
    TITLE: [sql`${call}.title_sv collate swedish`, 'text'],
    UPDATED_AT: [sql`${call}.updated_at`, 'timestamptz'],
    RELEVANCE: [search ? relevance(search) : raw('0::real'), 'real'],
  };
  const [key, type] = keys[field as FundingCallOrderField];
  return { name: `call ${field} ${direction}`, key, type, direction };
}
