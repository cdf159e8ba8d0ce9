import { insideIdea } from '../../access/visibility.js';
import { inFocusAreas } from '../../focus-areas/in-focus-area.js';
import type { Scope } from '../../reading/scope.js';
import { standingFor } from '../../partners/merged-partners.js';
import { matchesText, searchAmong } from '../../reading/search/search.js';
import { partOfFilter, partsOfFilter, refuseTangled } from '../../reading/part-of-filter.js';
import { ago, ahead, all, any, literal, NOW, raw, sql, type Sql } from '../../reading/sql.js';
import { ofNewestStatus } from '../../status-updates/newest-status.js';
import { missesAny } from '../gates/missing-sql.js';
import { ofPartners, OWN } from './of-partners.js';

/** The conditions of an `IdeaFilter` argument named `filter`. */
export function ideaFilter(idea: Sql, scope: Scope): Sql {
  refuseTangled(scope.args.filter);
  return holds(idea, scope, asItIs);
}

type Truth = (condition: Sql) => Sql;

/** A null is as good as false where nothing negates it, and an index can be used. */
const asItIs: Truth = condition => condition;
/** Under `not` a condition that is not true is false. */
const certain: Truth = condition => sql`coalesce(${condition}, false)`;

/** What a filter says, and those inside it. What the viewer is not shown is null, whether or not it stands under `not`. */
function holds(idea: Sql, scope: Scope, truth: Truth): Sql {
  const { missing, health, or, not } = scope.args.filter ?? {};
  const parts = (name: 'and' | 'or') => partsOfFilter(scope, name).map(part => holds(idea, part, truth));
  return all([
    ...conditions(idea, scope).map(condition => condition && truth(condition)),
    missing && missesAny(idea, missing, scope),
    health && goes(idea, scope),
    ...parts('and'),
    or && any(parts('or')),
    not &&
      sql`not ${holds(
        idea,
        partOfFilter(scope, filter => filter.not),
        certain,
      )}`,
  ]);
}

function conditions(idea: Sql, scope: Scope): (Sql | null | false)[] {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const given = (name: string) => filter[name] != null;
  const search = searchAmong('Idea', idea, scope);
  return [
    search && matchesText(search),
    given('stages') && sql`${idea}.stage in ${words(filter.stages)}`,
    given('states') && sql`${idea}.state in ${words(filter.states)}`,
    given('focusAreas') && inFocusAreas('idea_focus_area', 'idea_id', sql`${idea}.id`, value('focusAreas')),
    given('partners') && ofPartners(idea, standingFor(value('partners'))),
    given('owners') && sql`${idea}.owner_id = any(${standingFor(value('owners'))})`,
    given('fundingCalls') &&
      sql`exists (select from application applied join funding_call aimed on aimed.id = applied.call_id
      where applied.idea_id = ${idea}.id and aimed.id = any(${value('fundingCalls')}::text[]) and ${scope.visible('FundingCall', raw('aimed'))})`,
    given('environmentalObjectives') &&
      sql`${idea}.environmental_objectives && ${value('environmentalObjectives')}::text[]`,
    given('missions') && sql`${idea}.missions && ${value('missions')}::text[]`,
    given('programmes') &&
      sql`${idea}.programme_id = any(array(select p.id from programme p where p.code_prefix = any(${value('programmes')}::text[])))`,
    given('technologyReadinessLevel') && inRange(sql`${idea}.technology_readiness_level`, scope),
    filter.mine === true && ofPartners(idea, OWN),
    filter.mine === false && sql`not coalesce(${ofPartners(idea, OWN)}, false)`,
    ...moments(idea, given, value),
  ];
}

function moments(idea: Sql, given: (name: string) => boolean, value: (name: string) => Sql): (Sql | false)[] {
  return [
    given('updatedSince') && sql`${idea}.updated_at >= ${value('updatedSince')}::timestamptz`,
    given('updatedWithin') && sql`${idea}.updated_at >= ${ago(value('updatedWithin'))}`,
    given('createdWithin') && sql`${idea}.created_at >= ${ago(value('createdWithin'))}`,
    given('quietLongerThan') && isQuiet(idea, value('quietLongerThan')),
    given('inStageLongerThan') && sql`${idea}.entered_stage_at < ${ago(value('inStageLongerThan'))}`,
    given('deadlineBefore') && sql`${nextDeadline(idea)} < ${value('deadlineBefore')}::timestamptz`,
    given('deadlineWithin') && sql`${nextDeadline(idea)} <= ${ahead(value('deadlineWithin'))}`,
  ];
}

/** Whether nothing of the idea has changed for longer than a duration. */
export function isQuiet(idea: Sql, duration: Sql): Sql {
  return sql`${idea}.updated_at < ${ago(duration)}`;
}

/** Whether its newest status update says one of what is asked for; null for whom it isn't told. */
function goes(idea: Sql, scope: Scope): Sql {
  const id = sql`${idea}.id`;
  const asked = sql`any(${scope.arg(args => args.filter.health)}::text[])`;
  return sql`case when ${insideIdea(id, scope.viewer)} then coalesce(${ofNewestStatus(id, 'health')} = ${asked}, false) end`;
}

/** Both ends included; an end that is left out is no limit. */
function inRange(number: Sql, scope: Scope): Sql {
  const { from, to } = scope.args.filter.technologyReadinessLevel;
  const end = (name: 'from' | 'to') => sql`${scope.arg(({ filter }) => filter.technologyReadinessLevel[name])}::int`;
  return all([
    sql`${number} is not null`,
    from != null && sql`${number} >= ${end('from')}`,
    to != null && sql`${number} <= ${end('to')}`,
  ]);
}

/** A list of enum values, which are part of the statement; nothing is in an empty one. */
function words(values: string[]): Sql {
  return values.length === 0 ? raw('(null)') : raw(`(${values.map(each => literal(each).parts[0]).join(', ')})`);
}

/**
 * The applications being written, of those given, with a deadline ahead in a call that is public, and the deadline each
 * aims at: its chosen one, else the call's next. The first stage of two ends with the first deadline.
 */
export const draftsAhead = (applications: Sql): Sql => sql`(select draft.id, draft.idea_id, draft.call_id, aim.at
  from ${applications} draft join funding_call target on target.id = draft.call_id
  cross join lateral (select case when draft.status = 'INVITED' then draft.deadline
    when target.deadline_model = 'TWO_STAGE' then least(draft.deadline, (select min(each) from unnest(target.deadlines) each))
    else coalesce(draft.deadline, (select min(ahead) from unnest(target.deadlines) ahead where ahead >= ${NOW})) end as at) aim
  where draft.status in ('DRAFT', 'INVITED') and target.cancelled_at is null and target.published_at is not null and aim.at >= ${NOW})`;

export const DRAFTS_AHEAD = draftsAhead(raw('application'));

/** The first deadline ahead that an application being written aims at. */
export function nextDeadline(idea: Sql): Sql {
  return sql`(select min(aimed.at) from ${DRAFTS_AHEAD} aimed where aimed.idea_id = ${idea}.id)`;
}
