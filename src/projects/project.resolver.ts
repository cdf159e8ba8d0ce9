import { Ctx, FieldResolver, Float, Int, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { SqlResult, SqlField, NeedsSql } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { sql } from '../reading/sql.js';
import { DateOnly, Decimal } from '../shared/values/scalars.js';
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
    description: 'Completed milestones over planned ones, dropped ones left out, 0 to 1; 0 while none is planned.',
  })
  @NeedsSql(
    ({
      row,
    }) => sql`(select coalesce(json_agg(json_build_object('completedOn', m.completed_on, 'droppedAt', m.dropped_at)), '[]')
    from milestone m where m.project_id = ${row.alias}.id)`,
  )
  progress(@SqlResult() milestones: Omit<MilestoneFacts, 'dueOn'>[]) {
    return progress(milestones);
  }
}

const firstDueOn: FieldSql = scope => sql`coalesce(${scope.column('firstDueOn')}, ${scope.column('dueOn')})`;

@Resolver(() => Milestone)
export class MilestoneResolver {
  @SqlField(
    () => DateOnly,
    { description: 'The day it was first due: in the baseline, or when an amendment added it.' },
    firstDueOn,
  )
  firstDueOn!: string;

  @SqlField(
    () => Int,
    { description: 'The days from firstDueOn to dueOn; negative when it has been moved forward.' },
    scope => sql`(${scope.column('dueOn')} - ${firstDueOn(scope)})`,
  )
  slipDays!: number;

  @FieldResolver(() => Boolean, {
    description: 'Whether its day is over in Sweden and it is neither completed nor dropped.',
  })
  @NeedsSql(
    scope => sql`json_build_object('dueOn', ${scope.column('dueOn')}, 'completedOn', ${scope.column('completedOn')},
      'droppedAt', ${scope.column('droppedAt')})`,
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
