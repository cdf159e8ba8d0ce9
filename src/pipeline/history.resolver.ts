import { Arg, Field, ObjectType, Resolver } from 'type-graphql';
import { SqlField } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { NOW, sql, swedishDayOf } from '../reading/sql.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Interval, lastDays } from './forecast/interval.js';
import { STAGES } from './pipeline-sql.js';
import { Pipeline, StageCount } from './pipeline-types.js';

@ObjectType('PipelineSnapshot', { description: 'How many ideas stood in each stage at the end of a day.' })
export class PipelineSnapshot {
  @Field(() => DateOnly, { description: 'The day, whose end in Sweden is meant; today it is so far.' })
  on!: string;

  @Field(() => [StageCount], { description: 'Always the four stages, in path order.' })
  stages!: StageCount[];
}

/** A step adds an idea to the sum of one stage and takes one away from that of another; a day's count is the sum of all up to it. */
const HISTORY: FieldSql = scope => {
  const ends = scope.arg(({ from, to, interval }) => lastDays(from, to, interval ?? 'MONTH'));
  const first = sql`${scope.arg(({ from }) => from)}::date`;
  const nth = sql`1 + width_bucket(moved.at, (select array_agg((last + 1)::timestamp at time zone 'Europe/Stockholm' order by last) from unnest(${ends}::date[]) last))`;
  return sql`(select coalesce(json_agg(json_build_object('on', day.last, 'stages', day.stages) order by day.last), '[]') from (
    select counts.last, json_agg(json_build_object('stage', counts.stage, 'count', counts.count) order by counts.place) as stages
    from (
      select span.first, least(span.last, ${swedishDayOf(NOW)}) as last, step.stage, step.place,
        coalesce(sum(moves.change) over (partition by step.stage order by span.nth), 0)::int as count
      from (select each.nth, each.last, coalesce(lag(each.last) over (order by each.nth) + 1, ${first}) as first
        from unnest(${ends}::date[]) with ordinality as each(last, nth)) span
      cross join ${STAGES}
      left join (
        select those.nth, each.stage, sum(each.change) as change
        from (select ${nth} as nth, moved."from", moved."to", count(*) as count from moved group by 1, 2, 3) those
        cross join lateral (values (those."to", those.count), (those."from", -those.count)) as each(stage, change)
        group by 1, 2) moves on moves.nth = span.nth and moves.stage = step.stage) counts
    where counts.first <= ${swedishDayOf(NOW)} group by counts.last) day)`;
};

@Resolver(() => Pipeline)
export class PipelineHistoryResolver {
  @SqlField(
    () => [PipelineSnapshot],
    {
      description:
        'The ideas that the filter holds for at asOf, step by step: how many were in each stage at the end of every interval that touches the days asked for. The last step ends with to, or at asOf; none lies ahead of it. At most 600 steps.',
    },
    HISTORY,
  )
  history(
    @Arg('from', () => DateOnly, { description: 'A day in the first interval.' }) _from: string,
    @Arg('to', () => DateOnly, { description: 'The last day, not before from.' }) _to: string,
    @Arg('interval', () => Interval, { nullable: true, defaultValue: 'MONTH', description: 'The length of the steps.' })
    _interval: Interval | null,
  ): void {}
}
