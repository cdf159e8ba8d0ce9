import { inFocusAreas } from '../../focus-areas/in-focus-area.js';
import type { List, Order } from '../../reading/connections/connection.js';
import type { Scope } from '../../reading/scope.js';
import { BY_RELEVANCE } from '../../reading/search/search-text.js';
import { matchesText, relevance, searchAmong } from '../../reading/search/search.js';
import { all, literal, NOW, raw, sql, type Sql, VIEWER_PARTNER } from '../../reading/sql.js';
import { describedEnum } from '../../shared/described-enum.js';

export const IdeaOrderField = describedEnum(
  'IdeaOrderField',
  'What ideas are ordered by. Ideas that have no such value come last.',
  {
    CODE: 'The number in the code.',
    TITLE: 'The Swedish title, in Swedish alphabetical order.',
    CREATED_AT: 'When it was created.',
    UPDATED_AT: 'When it last changed.',
    ENTERED_STAGE_AT: 'When it entered its present stage.',
    NEXT_DEADLINE: 'Its next deadline.',
    RELEVANCE: BY_RELEVANCE,
  },
);
export type IdeaOrderField = keyof typeof IdeaOrderField;

/** A list of ideas: those that `within` holds for, narrowed by the field's filter and in the field's order. */
export function ideaList(within?: (alias: Sql, scope: Scope) => Sql): List {
  return {
    entity: 'Idea',
    where: (alias, scope) => all([within?.(alias, scope), ideaFilter(alias, scope)]),
    order: ideaOrder,
  };
}

/** The viewer's partner as a list. */
const OWN = sql`array[${VIEWER_PARTNER}]`;

/** The conditions of an `IdeaFilter` argument named `filter`. */
export function ideaFilter(idea: Sql, scope: Scope): Sql {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const given = (name: string) => filter[name] != null;
  const search = searchAmong('Idea', idea, scope);
  return all([
    search && matchesText(search),
    given('stages') && sql`${idea}.stage in ${words(filter.stages)}`,
    given('states') && sql`${idea}.state in ${words(filter.states)}`,
    given('focusAreas') && inFocusAreas('idea_focus_area', 'idea_id', sql`${idea}.id`, value('focusAreas')),
    given('partners') && ofPartners(idea, value('partners')),
    given('fundingCalls') &&
      sql`exists (select from application applied join funding_call aimed on aimed.id = applied.call_id
      where applied.idea_id = ${idea}.id and aimed.id = any(${value('fundingCalls')}::text[]) and ${scope.visible('FundingCall', raw('aimed'))})`,
    given('environmentalObjectives') &&
      sql`${idea}.environmental_objectives && ${value('environmentalObjectives')}::text[]`,
    given('missions') && sql`${idea}.missions && ${value('missions')}::text[]`,
    given('updatedSince') && sql`${idea}.updated_at >= ${value('updatedSince')}::timestamptz`,
    given('deadlineBefore') && sql`${nextDeadline(idea)} < ${value('deadlineBefore')}::timestamptz`,
    filter.mine === true && ofPartners(idea, OWN),
    filter.mine === false && sql`not coalesce(${ofPartners(idea, OWN)}, false)`,
  ]);
}

/** A list of enum values, which are part of the statement; nothing is in an empty one. */
function words(values: string[]): Sql {
  return values.length === 0 ? raw('(null)') : raw(`(${values.map(each => literal(each).parts[0]).join(', ')})`);
}

/** Ideas that one of the partners owns or is a current member of; a union, so that both ways in are index scans. */
export function ofPartners(idea: Sql, partnerIds: Sql): Sql {
  return sql`${idea}.id in (select owned.id from idea owned where owned.owner_id = any(${partnerIds}::text[]) union all
    select taking.idea_id from membership taking where taking.partner_id = any(${partnerIds}::text[]) and taking.left_at is null)`;
}

/** The drafts with a deadline ahead in a call that is public, and the deadline each aims at: its chosen one, else the call's next. */
export const DRAFTS_AHEAD = sql`(select draft.id, draft.idea_id, draft.call_id, aim.at
  from application draft join funding_call target on target.id = draft.call_id
  cross join lateral (select coalesce(draft.deadline, (select min(ahead) from unnest(target.deadlines) ahead where ahead >= ${NOW})) as at) aim
  where draft.status = 'DRAFT' and target.cancelled_at is null and target.published_at is not null and aim.at >= ${NOW})`;

/** The first deadline ahead that a draft of the idea aims at. */
export function nextDeadline(idea: Sql): Sql {
  return sql`(select min(aimed.at) from ${DRAFTS_AHEAD} aimed where aimed.idea_id = ${idea}.id)`;
}

function ideaOrder(idea: Sql, scope: Scope): Order {
  const search = searchAmong('Idea', idea, scope);
  const { field, direction } = scope.args.orderBy ?? { field: search ? 'RELEVANCE' : 'UPDATED_AT', direction: 'DESC' };
  const never = raw(direction === 'ASC' ? "'infinity'" : "'-infinity'");
  const keys: Record<IdeaOrderField, [Sql, string]> = {
    CODE: [sql`${idea}.number`, 'int'],
    TITLE: [sql`${idea}.title_sv collate swedish`, 'text'],
    CREATED_AT: [sql`${idea}.created_at`, 'timestamptz'],
    UPDATED_AT: [sql`${idea}.updated_at`, 'timestamptz'],
    ENTERED_STAGE_AT: [sql`${idea}.entered_stage_at`, 'timestamptz'],
    NEXT_DEADLINE: [sql`coalesce(${nextDeadline(idea)}, ${never}::timestamptz)`, 'timestamptz'],
    RELEVANCE: [search ? relevance(search) : raw('0::real'), 'real'],
  };
  const [key, type] = keys[field as IdeaOrderField];
  return { name: `idea ${field} ${direction}`, key, type, direction };
}
