import type { GraphQLResolveInfo } from 'graphql';
import { Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { withinFiveToTen } from '../projects/duration.js';
import { SqlResult, NeedsSql } from '../reading/sql-fields.js';
import type { FieldSql, Scope } from '../reading/scope.js';
import { join, literal, raw, sql, type Sql } from '../reading/sql.js';
import { STAGES } from './pipeline-sql.js';
import { Pipeline } from './pipeline-types.js';

@ObjectType('ProgrammeGoal', {
  description: 'What the programme has promised: large development projects of 5–10 years for the green transition.',
})
export class ProgrammeGoal {
  @Field(() => Int, { description: 'How many projects the programme has promised.' })
  required!: number;

  @Field(() => Int, {
    description:
      'How many ideas are in the stage PROJECT, COMPLETED ones included and DISCONTINUED ones not, with a plan of 5–10 years.',
  })
  projects!: number;

  @Field(() => Boolean, { description: 'Whether there are as many as promised.' })
  met!: boolean;

  /** What `closest` asks of the ideas, by key. */
  readonly brought!: Readonly<Record<string, Idea[]>>;
}

interface Goal {
  readonly required: number;
  readonly plans: readonly { readonly startsOn: string; readonly endsOn: string; readonly count: number }[];
  readonly brought: ProgrammeGoal['brought'];
}

const CLOSEST = 5;

/** Of the ideas on the way, those in the last stage, and there those whose best application has come furthest. */
function closest(scope: Scope): Sql {
  const order = raw('stage_place desc, reached desc nulls last, entered_stage_at, id');
  const nearest = sql`(select first.id, row_number() over (order by ${order}) as place
    from (
      select counted.id, counted.entered_stage_at, step.place as stage_place, applied.reached
      from counted join ${STAGES} on step.stage = counted.stage
      left join (select a.idea_id, max(case a.status when 'GRANTED' then 3 when 'UNDER_REVIEW' then 2 when 'SUBMITTED' then 1 when 'DRAFT' then 0 end) as reached
        from application a join funding_call target on target.id = a.call_id and ${scope.visible('FundingCall', raw('target'))}
        group by a.idea_id) applied on applied.idea_id = counted.id
      where counted.state = 'ACTIVE' and counted.stage <> 'PROJECT' order by ${order} limit ${raw(CLOSEST)}) first)`;
  return scope.many('Idea', alias => ({
    join: sql`join ${nearest} near on near.id = ${alias}.id`,
    where: raw('true'),
    orderBy: raw('near.place'),
  }));
}

const GOAL: FieldSql = scope => {
  const ideas = scope.below('closest').map(({ key, scope: below }) => sql`${literal(key)}, ${closest(below)}`);
  return sql`json_build_object(
    'required', coalesce((select required_projects from programme order by id desc limit 1), 0),
    'plans', (select coalesce(json_agg(plan), '[]') from (
      select planned.starts_on as "startsOn", planned.ends_on as "endsOn", count(*) as count
      from counted join project planned on planned.idea_id = counted.id
      where counted.stage = 'PROJECT' and counted.state <> 'DISCONTINUED' group by 1, 2) plan),
    'brought', json_build_object(${join(ideas, ', ')}))`;
};

@Resolver(() => Pipeline)
export class PipelineGoalResolver {
  @FieldResolver(() => ProgrammeGoal, { description: 'How far the programme has kept its promise.' })
  @NeedsSql(GOAL)
  goal(@SqlResult() { required, plans, brought }: Goal): ProgrammeGoal {
    const valid = plans.filter(({ startsOn, endsOn }) => withinFiveToTen(startsOn, endsOn));
    const projects = valid.reduce((sum, { count }) => sum + count, 0);
    return { required, projects, met: projects >= required, brought };
  }
}

@Resolver(() => ProgrammeGoal)
export class ProgrammeGoalResolver {
  @FieldResolver(() => [Idea], {
    description:
      'The five ACTIVE ideas that are closest to PROJECT: the last stages first, there the furthest application (GRANTED, UNDER_REVIEW, SUBMITTED, DRAFT), then the longest there.',
  })
  closest(@Root() { brought }: ProgrammeGoal, @Info() { path }: GraphQLResolveInfo) {
    return brought[path.key];
  }
}
