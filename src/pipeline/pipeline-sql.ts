import { asItWas } from '../activity/as-of.js';
import { ideaFilter } from '../ideas/list/idea-filter.js';
import { holdsProgramme } from '../ideas/list/holds-programme.js';
import { stageAfter } from '../ideas/moves/path.js';
import { Stage } from '../ideas/stages.js';
import type { FieldSql, SetScope } from '../reading/scope.js';
import { all, join, literal, NOW, raw, sql, type Sql } from '../reading/sql.js';
import { wordsOf } from '../shared/described-enum.js';

/** Which ideas and programmes a pipeline is of, beside what its filter says. */
export interface PipelineOf {
  readonly ideas?: (idea: Sql) => Sql;
  readonly programmes?: (programme: Sql) => Sql;
}

const FIGURES: FieldSql = scope => scope.on({ alias: raw('counted'), properties: {} }).object();

/**
 * The figures of a pipeline, as one statement. Its parts read `counted`, the ideas that count with where they stand,
 * `held`, the programmes that they may be of, `visit`, every stay of theirs in a stage, and `passed`, what the stays
 * before each step came to. A part that is not asked for costs nothing.
 */
export function pipelineSql({ ideas, programmes }: PipelineOf = {}, figures = FIGURES): FieldSql {
  return scope => {
    const idea = scope.rowOf('Idea');
    const [alias, past] = [idea.alias, scope.args.asOf != null];
    const counts = all([idea.visible, ideas?.(alias), ideaFilter(idea.alias, scope)]);
    const holds = all([programmes?.(raw('p')), holdsProgramme(raw('p'), scope)]);
    return sql`(with ${past ? sql`${asItWas(scope)},` : raw('')}
      counted as materialized (
        select ${alias}.id, ${alias}.programme_id, ${alias}.stage, ${alias}.state, ${alias}.entered_stage_at from ${idea.table} where ${counts}),
      held as (select p.required_projects from programme p where ${holds}),
      visit as (${VISITS}),
      passed as (${PASSED})
      select ${figures(scope)})`;
  };
}

/** How far along the path a stage is, from 0. */
const placeOf = (stage: string) =>
  raw(
    `case ${stage} ${wordsOf(Stage)
      .map((name, place) => `when '${name}' then ${place}`)
      .join(' ')} end`,
  );

/**
 * Every stay in a stage: from when to when, and the stage that came next, which is the same stage when the idea ended
 * there and null while it stays. Ideas advance one stage at a time, so a stay is the idea's first in that stage when
 * no stage as far along was reached before it, and its end the first advance when no stage farther along was. All from
 * one pass: what comes next does not mind that the window ends before the row.
 */
const VISITS = sql`select idea_id, stage, entered_at, left_at, next,
    coalesce(reached < place, true) as first_stay, coalesce(reached <= place, true) as first_end
  from (
    select t.idea_id, t."to" as stage, t.at as entered_at, t."from" is distinct from t."to" as entering, ${placeOf('t."to"')} as place,
      lead(t.at) over path as left_at, lead(t."to") over path as next,
      max(${placeOf('t."to"')}) over path as reached
    from stage_transition t join counted on counted.id = t.idea_id
    where t."from" is distinct from t."to" or t.to_state in ('COMPLETED', 'DISCONTINUED')
    window path as (partition by t.idea_id order by t.at, t.id rows between unbounded preceding and 1 preceding)) stay
  where entering`;

/** Words with their place in an order, as rows. */
export function inOrder(words: readonly string[], name: string): Sql {
  const rows = words.map((word, place) => sql`(${literal(word)}, ${raw(place)})`);
  return sql`(values ${join(rows, ', ')}) as ${raw(name)}(word, place)`;
}

/** The stages in path order, as rows. */
export const STAGES = sql`(values ${join(
  wordsOf(Stage).map((stage, place) => sql`(${literal(stage)}, ${raw(place)})`),
  ', ',
)}) as step(stage, place)`;

/** The steps of the path, as rows: a stage and the one after it. */
export const STEPS = sql`(values ${join(
  wordsOf(Stage).flatMap((stage, place) => {
    const next = stageAfter(stage);
    return next ? [sql`(${literal(stage)}, ${literal(next)}, ${raw(place)})`] : [];
  }),
  ', ',
)}) as step(stage, next, place)`;

/** Whole days from one moment to another, as `daysBetween` counts them. */
export function days(from: Sql, to: Sql = NOW): Sql {
  return sql`floor(date_part('epoch', ${to} - ${from}) / 86400)`;
}

/** By step, what the stays before it came to. */
const PASSED = sql`select step.stage, step.next, step.place, coalesce(seen.entered, 0) as entered, coalesce(seen.advanced, 0) as advanced, seen.median
  from ${STEPS} left join (
    select those.stage, count(*) filter (where those.first_stay) as entered, count(*) filter (where those.passed and those.first_end) as advanced,
      percentile_cont(0.5) within group (order by ${days(raw('those.entered_at'), raw('those.left_at'))}) filter (where those.passed) as median
    from (select visit.*, visit.next = step.next as passed from visit join ${STEPS} on step.stage = visit.stage) those
    group by those.stage) seen on seen.stage = step.stage`;

/** The same by the stage before the step, as `GatePassed`. */
export const PASSED_BY_STAGE = sql`(select json_object_agg(passed.stage, json_build_object('advanced', passed.advanced, 'medianDays', passed.median)) from passed)`;

/** The same of all ideas that the viewer sees, where no pipeline is asked for. */
export function passedAmongSeen(scope: SetScope): Sql {
  const idea = scope.rowOf('Idea');
  return sql`(with counted as materialized (select ${idea.alias}.id from ${idea.table} where ${idea.visible}),
    visit as (${VISITS}), passed as (${PASSED}) select ${PASSED_BY_STAGE})`;
}
