import { allAsTheyWere, asItWas, type TableReadWhole } from '../activity/as-of.js';
import { ideaFilter } from '../ideas/list/idea-filter.js';
import { holdsProgramme } from '../ideas/list/holds-programme.js';
import { stageAfter } from '../ideas/moves/path.js';
import { Stage } from '../ideas/stages.js';
import type { FieldSql, SetScope } from '../reading/scope.js';
import { all, isTrue, join, literal, looksAround, NOW, raw, sql, type Sql } from '../reading/sql.js';
import { wordsOf } from '../shared/described-enum.js';

/** Which ideas and programmes a pipeline is of, beside what its filter says. */
export interface PipelineOf {
  readonly ideas?: (idea: Sql) => Sql;
  readonly programmes?: (programme: Sql) => Sql;
}

const FIGURES: FieldSql = scope => scope.on({ alias: raw('counted'), properties: {} }).object();

/**
 * The figures of a pipeline, as one statement. Its parts read `counted`, the ideas that count with where they stand,
 * `standing`, how many of them stand alike, `moved`, their steps from stage to stage, `paced`, those counted by the days
 * before them, `passed`, what came of the stays before each step, `applications`, all there are, `applied` and
 * `planned`, the applications and projects of those that count, `chosen`, focus areas by idea, and `held`, the programmes
 * that they may be of. What is not asked for costs nothing.
 */
export function pipelineSql({ ideas, programmes }: PipelineOf = {}, figures = FIGURES): FieldSql {
  return scope => {
    const { alias, table, visible } = scope.rowOf('Idea');
    const past = scope.args.asOf != null;
    const counts = all([visible, ideas?.(alias), ideaFilter(alias, scope)]);
    const holds = all([programmes?.(raw('p')), holdsProgramme(raw('p'), scope)]);
    // What is quickly told of an idea is told anew wherever it counts: its table's statistics and indexes lead to better plans.
    const once = raw(past || looksAround(counts) ? '' : 'not materialized');
    // Read through the log, rows are put together once.
    const perhapsOnce = raw(past ? '' : 'not materialized');
    const whole = (table: TableReadWhole) => (past ? sql`with ${allAsTheyWere(scope, table)}` : raw(''));
    // Then, what is an idea's may have been there before the idea itself was recorded.
    const sure = past ? raw('') : counts;
    return sql`(with ${past ? sql`${asItWas(scope)},` : raw('')}
      counted as ${once} (${whole('idea')}
        select ${alias}.id, ${alias}.programme_id, ${alias}.stage, ${alias}.state, ${alias}.entered_stage_at from ${table} where ${counts}),
      standing as (select stage, state, count(*)::int as count from counted group by 1, 2),
      held as (select p.required_projects from programme p where ${holds}),
      applications as ${perhapsOnce} (${whole('application')} select own.* from application own),
      applied as not materialized (select own.* from applications own ${ofCounted(sure)}),
      planned as ${perhapsOnce} (${whole('project')} select own.* from project own ${ofCounted(sure)}),
      chosen as not materialized (${whole('idea_focus_area')} select own.idea_id, own.focus_area_id from idea_focus_area own),
      ${movesOf(counts, once)}
      select ${figures(scope)})`;
  };
}

/** What keeps rows `own` to those of the ideas that count; nothing, where all ideas do. */
function ofCounted(counts: Sql): Sql {
  return raw(isTrue(counts) ? '' : 'join counted on counted.id = own.idea_id');
}

/** The steps of the ideas in `counted`, and what is made of them. */
function movesOf(counts: Sql, once: Sql): Sql {
  return sql`moved as ${once} (
      select own."from", own."to", own.at, own.from_entered_at, own.first_entry from stage_transition own ${ofCounted(counts)} where own."from" is distinct from own."to"),
    paced as (
      select "from", "to", ${days(raw('from_entered_at'), raw('at'))} as days, count(*)::int as count, (count(*) filter (where first_entry))::int as firsts
      from moved group by 1, 2, 3),
    passed as (${PASSED})`;
}

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

/**
 * By step, what the stays before it came to. Ideas advance one stage at a time, so the first step into a stage is the first
 * out of the one before it. The median stands in the middle of the days when those of all who advanced are counted up.
 */
const PASSED = sql`select step.stage, step.next, step.place,
    (select coalesce(sum(paced.firsts), 0) from paced where paced."to" = step.stage) as entered,
    (select coalesce(sum(paced.firsts), 0) from paced where paced."from" = step.stage and paced."to" = step.next) as advanced,
    (select (min(days) filter (where upto >= (of + 1) / 2) + min(days) filter (where upto >= of / 2 + 1)) / 2
      from (select paced.days, sum(paced.count) over (order by paced.days) as upto, sum(paced.count) over () as of
        from paced where paced."from" = step.stage and paced."to" = step.next) counted_up) as median
  from ${STEPS}`;

/** The same by the stage before the step, as `GatePassed`. */
export const PASSED_BY_STAGE = sql`(select json_object_agg(passed.stage, json_build_object('advanced', passed.advanced, 'medianDays', passed.median)) from passed)`;

/** The same of all ideas that the viewer sees, where no pipeline is asked for. */
export function passedAmongSeen(scope: SetScope): Sql {
  const { alias, table, visible } = scope.rowOf('Idea');
  return sql`(with counted as (select ${alias}.id from ${table} where ${visible}), ${movesOf(visible, raw(''))} select ${PASSED_BY_STAGE})`;
}
