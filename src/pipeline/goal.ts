import { Field, Int, ObjectType } from 'type-graphql';
import type { Idea } from '../ideas/idea.js';
import { IdeaState } from '../ideas/stages.js';
import { lastsWithin, type YearRange } from '../projects/duration.js';
import type { FieldSql, Scope } from '../reading/scope.js';
import { all, join, literal, raw, sql, type Sql } from '../reading/sql.js';
import { wordsOf } from '../shared/described-enum.js';
import { STAGES } from './pipeline-sql.js';

@ObjectType('ProgrammeGoal', {
  description:
    'What programmes have promised: large development projects for the green transition, each as long as its programme asks.',
})
export class ProgrammeGoal {
  @Field(() => Int, { description: 'How many projects the programmes have promised together.' })
  required!: number;

  @Field(() => Int, {
    description:
      'How many ideas are in the stage PROJECT, COMPLETED ones included and DISCONTINUED ones not, with a plan that lasts as long as their programme asks.',
  })
  projects!: number;

  @Field(() => Boolean, { description: 'Whether there are as many as promised.' })
  met!: boolean;

  /** What `closest` asks of the ideas, by key. */
  readonly brought!: Readonly<Record<string, Idea[]>>;
}

/** What the statement brings of a goal. */
export interface Goal {
  readonly required: number;
  readonly plans: readonly (YearRange & {
    readonly startsOn: string;
    readonly endsOn: string;
    readonly count: number;
  })[];
  readonly brought: ProgrammeGoal['brought'];
}

const CLOSEST = 5;

/** The goal, and the stages on the way that so many ACTIVE ideas have left behind. */
const NOT_NEAREST = sql`array(select step.stage from ${STAGES} where step.stage = 'PROJECT' or (
    select coalesce(sum(standing.count), 0) from standing join (select * from ${STAGES}) farther on farther.stage = standing.stage
    where standing.state = 'ACTIVE' and standing.stage <> 'PROJECT' and farther.place > step.place) >= ${raw(CLOSEST)})`;

/** Ideas said to stand nowhere else, so that the server expects many, as it should: it takes equality for something rare. */
const ON_THE_WAY = all([
  ...wordsOf(IdeaState)
    .filter(state => state !== 'ACTIVE')
    .map(state => sql`counted.state <> ${literal(state)}`),
  sql`counted.stage <> all(${NOT_NEAREST})`,
]);

/** Of the ideas on the way, those in the last stage, and there those whose best application has come furthest. */
function closest(scope: Scope): Sql {
  const order = raw('stage_place desc, reached desc nulls last, entered_stage_at, id');
  const nearest = sql`(select first.id, row_number() over (order by ${order}) as place
    from (
      select nearest.*, max(furthest.reached) as reached
      from (select counted.id, counted.entered_stage_at, step.place as stage_place
        from counted join ${STAGES} on step.stage = counted.stage where ${ON_THE_WAY}) nearest
      left join (select a.idea_id, case a.status when 'GRANTED' then 6 when 'UNDER_REVIEW' then 2 when 'SUBMITTED' then 1 when 'DRAFT' then 0 when 'INVITED' then 0 end
          + case when a.invited_at is not null and a.status <> 'GRANTED' then 3 else 0 end as reached
        from applications a join funding_call target on target.id = a.call_id and ${scope.visible('FundingCall', raw('target'))}) furthest on furthest.idea_id = nearest.id
      group by 1, 2, 3 order by ${order} limit ${raw(CLOSEST)}) first)`;
  return scope.many('Idea', alias => ({
    join: sql`join ${nearest} near on near.id = ${alias}.id`,
    where: raw('true'),
    orderBy: raw('near.place'),
  }));
}

/** What the programmes in `held` have promised, and how far the ideas in `counted` have come. */
export const GOAL: FieldSql = scope => {
  const ideas = scope.below('closest').map(({ key, scope: below }) => sql`${literal(key)}, ${closest(below)}`);
  return sql`json_build_object(
    'required', (select coalesce(sum(required_projects), 0) from held),
    'plans', (select coalesce(json_agg(plan), '[]') from (
      select planned.starts_on as "startsOn", planned.ends_on as "endsOn", rules.gate_policy_project_min_years as min,
        rules.gate_policy_project_max_years as max, count(*) as count
      from counted join planned on planned.idea_id = counted.id join programme rules on rules.id = counted.programme_id
      where counted.stage = 'PROJECT' and counted.state <> 'DISCONTINUED' group by 1, 2, 3, 4) plan),
    'brought', json_build_object(${join(ideas, ', ')}))`;
};

/** How far the promise is kept: a plan counts that lasts as long as its programme asks. */
export function goalOf({ required, plans, brought }: Goal): ProgrammeGoal {
  const valid = plans.filter(({ startsOn, endsOn, ...years }) => lastsWithin(startsOn, endsOn, years));
  const projects = valid.reduce((sum, { count }) => sum + count, 0);
  return { required, projects, met: projects >= required, brought };
}
