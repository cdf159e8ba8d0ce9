import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { notAhead } from '../activity/read-as-of.js';
import type { Context } from '../context/context.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import { IdeaFilter } from '../ideas/list/idea-args.js';
import { IdeaState, Stage } from '../ideas/stages.js';
import { Partner } from '../partners/partner.js';
import { SqlField } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { join, literal, NOW, raw, sql } from '../reading/sql.js';
import { at } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { days, pipelineSql, STAGES } from './pipeline-sql.js';
import { Pipeline, PipelineCell, StageSummary, StateCount } from './pipeline-types.js';

/** The medians come from one pass: grouped, all ideas would be sorted by stage. */
const STAGE_SUMMARIES: FieldSql = () => {
  const stages = wordsOf(Stage).map((stage, place) => ({ stage: literal(stage), median: raw(`median_${place}`) }));
  const medians = stages.map(({ stage, median }) => {
    const usual = sql`percentile_cont(0.5) within group (order by ${days(raw('entered_stage_at'))})`;
    return sql`${usual} filter (where stage = ${stage}) as ${median}`;
  });
  const summaries = stages.map(({ stage, median }) => {
    const count = sql`(select coalesce(sum(standing.count), 0) from standing where standing.stage = ${stage})`;
    return sql`json_build_object('stage', ${stage}, 'count', ${count}, 'medianDaysInStage', ${median})`;
  });
  return sql`(select json_build_array(${join(summaries, ', ')})
    from (select ${join(medians, ', ')} from counted where state in ('ACTIVE', 'PAUSED')) waiting)`;
};

/**
 * An area's code begins with its parent's, so the top level is what stands before the first point. Ideas that have chosen
 * the same are counted first: what they have chosen comes out of an index in their order, and they are few kinds.
 */
const MATRIX: FieldSql = scope => {
  const areas = scope.below('focusArea').map(({ key, scope: area }) => {
    return sql`${literal(key)}, ${area.one('FocusArea', alias => sql`${alias}.id = top.id`)}`;
  });
  return sql`(with alike as (
      select counted.stage, those.areas, count(*) as count
      from (select idea_id, string_agg(focus_area_id, ' ') as areas from chosen group by idea_id) those
      join counted on counted.id = those.idea_id group by 1, 2),
    belongs as (
      select those.code, those.stage, sum(those.count) as count
      from (select distinct alike.*, split_part(area.code, '.', 1) as code
        from alike cross join lateral unnest(string_to_array(alike.areas, ' ')) as each(id) join focus_area area on area.id = each.id) those
      group by 1, 2)
    select coalesce(json_agg(json_build_object('stage', step.stage, 'count', coalesce(belongs.count, 0),
      'brought', json_build_object(${join(areas, ', ')})) order by top.code, step.place), '[]')
    from focus_area top cross join ${STAGES} left join belongs on belongs.code = top.code and belongs.stage = step.stage
    where top.parent_id is null and (top.created_at <= ${NOW} and (top.retired_at <= ${NOW}) is not true
      or exists (select from belongs others where others.code = top.code)))`;
};

const STATES: FieldSql = () => {
  const states = wordsOf(IdeaState).map((state, place) => sql`(${literal(state)}, ${raw(place)})`);
  return sql`(select json_agg(json_build_object('state', each.state, 'count', coalesce(those.count, 0)) order by each.place)
    from (values ${join(states, ', ')}) as each(state, place)
    left join (select state, sum(count) as count from standing group by 1) those on those.state = each.state)`;
};

@Resolver(() => Pipeline)
export class PipelineResolver {
  @Query(() => Pipeline, {
    description: 'The pipeline of ideas as a whole, or as far as a filter holds, now or at an earlier moment.',
  })
  pipeline(
    @Arg('filter', () => IdeaFilter, {
      nullable: true,
      description: 'Which ideas count; with asOf, by what they were then. All the viewer may see when left out.',
    })
    _filter: IdeaFilter | null,
    @Arg('asOf', () => Date, {
      nullable: true,
      description:
        'A moment that is not ahead. Everything that the log tells of is as it was then: stages, states, descriptions, focus areas, consortia, applications, calls, project plans with their milestones, outcomes and measurements. Not taken back: who may see an idea, what the filter finds by text, and the programme. Whenever it is asked, the answer for a moment stays the same. Left out: now.',
    })
    asOf: Date | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!asOf) return context.read(info, pipelineSql());
    return at(notAhead(asOf, context.readClock()), () => context.read(info, pipelineSql()));
  }

  @SqlField(() => Date, { description: 'The moment that all figures are of, UTC.' }, () => NOW)
  asOf!: string;

  @SqlField(
    () => Int,
    { description: 'How many ideas, in whatever stage and state.' },
    () => sql`(select coalesce(sum(count), 0) from standing)`,
  )
  total!: number;

  @SqlField(() => [StageSummary], { description: 'Always the four stages, in path order.' }, STAGE_SUMMARIES)
  stages!: StageSummary[];

  @SqlField(
    () => [PipelineCell],
    {
      description:
        'Every focus area at the top level with every stage, by code and in path order, zeros included. An idea in two areas counts in both, in two parts of one area once.',
    },
    MATRIX,
  )
  matrix!: PipelineCell[];

  @SqlField(() => [StateCount], { description: 'Always the four states, in the order of the enum.' }, STATES)
  states!: StateCount[];
}

@Resolver(() => PipelineCell)
export class PipelineCellResolver {
  @FieldResolver(() => FocusArea, { description: 'A focus area at the top level.' })
  focusArea(@Root() { brought }: PipelineCell, @Info() { path }: GraphQLResolveInfo) {
    return brought[path.key];
  }
}

@Resolver(() => Partner)
export class PartnerPipelineResolver {
  @SqlField(
    () => Pipeline,
    {
      description: 'The pipeline of the ideas it owns or takes part in, as far as the viewer may see them, now.',
    },
    scope => {
      const partner = sql`${scope.row.alias}.id`;
      return pipelineSql({
        ideas: idea => sql`${idea}.id in (select own.id from idea own where own.owner_id = ${partner}
        union select takes.idea_id from membership takes where takes.partner_id = ${partner} and takes.left_at is null)`,
      })(scope);
    },
  )
  pipeline!: Pipeline;
}
