import { Ctx, FieldResolver, Float, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { SqlResult, SqlField, NeedsSql } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Decimal } from '../shared/values/scalars.js';
import { durationYears, isOverdue, type MilestoneFacts, progress } from './duration.js';
import { Indicator } from './plan/indicator.js';
import { Milestone } from './plan/milestone.js';
import { Project } from './project.js';

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => Float, { description: 'How long it lasts, in years with two decimals, the last day included.' })
  @NeedsSql(scope => sql`json_build_array(${scope.column('startsOn')}, ${scope.column('endsOn')})`)
  durationYears(@SqlResult() [startsOn, endsOn]: [string, string]) {
    return durationYears(startsOn, endsOn);
  }

  @FieldResolver(() => Float, {
    description: 'Completed milestones over planned ones, 0 to 1; 0 while none is planned.',
  })
  @NeedsSql(
    ({ row }) => sql`(select coalesce(json_agg(json_build_object('completedOn', m.completed_on)), '[]')
    from milestone m where m.project_id = ${row.alias}.id)`,
  )
  progress(@SqlResult() milestones: Pick<MilestoneFacts, 'completedOn'>[]) {
    return progress(milestones);
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver {
  @FieldResolver(() => Boolean, { description: 'Whether its day (UTC) is over and it is not completed.' })
  @NeedsSql(
    scope => sql`json_build_object('dueOn', ${scope.column('dueOn')}, 'completedOn', ${scope.column('completedOn')})`,
  )
  overdue(@SqlResult() milestone: MilestoneFacts, @Ctx() context: Context) {
    return isOverdue(milestone, context.readClock());
  }
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @SqlField(
    () => Decimal,
    { nullable: true, description: 'The newest measured value, or null before the first.' },
    ({ row }) =>
      sql`(select m.value::text from measurement m where m.indicator_id = ${row.alias}.id order by m."on" desc limit 1)`,
  )
  latest!: string | null;
}
