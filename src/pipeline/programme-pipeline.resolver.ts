import { Arg, FieldResolver, Resolver } from 'type-graphql';
import { notAhead } from '../activity/read-as-of.js';
import { Programme } from '../programmes/programme.js';
import type { Scope } from '../reading/scope.js';
import { NeedsSql, SqlField, SqlResult } from '../reading/sql-fields.js';
import { seenAt, sql } from '../reading/sql.js';
import { now } from '../shared/time/clock.js';
import { GOAL, type Goal, goalOf, ProgrammeGoal } from './goal.js';
import { type PipelineOf, pipelineSql } from './pipeline-sql.js';
import { Pipeline } from './pipeline-types.js';

@Resolver(() => Programme)
export class ProgrammePipelineResolver {
  @FieldResolver(() => ProgrammeGoal, { description: 'How far it has kept its promise, as far as the viewer may see.' })
  @NeedsSql(scope => pipelineSql(only(scope), GOAL)(scope))
  goal(@SqlResult() goal: Goal): ProgrammeGoal {
    return goalOf(goal);
  }

  @SqlField(
    () => Pipeline,
    { description: 'The pipeline of its ideas, as far as the viewer may see them, now or at an earlier moment.' },
    scope => {
      const figures = pipelineSql(only(scope))(scope);
      if (scope.args.asOf == null) return figures;
      const moment = scope.arg(({ asOf }) => notAhead(asOf, now()));
      scope.looksAt(moment);
      return seenAt(moment, figures);
    },
  )
  pipeline(
    @Arg('asOf', () => Date, {
      nullable: true,
      description: 'A moment that is not ahead, as for the whole pipeline. Left out: now.',
    })
    _asOf: Date | null,
  ): void {}
}

/** The ideas of the programme at hand, and its own promise. */
function only({ row }: Scope): PipelineOf {
  const own = sql`${row.alias}.id`;
  return { ideas: idea => sql`${idea}.programme_id = ${own}`, programmes: programme => sql`${programme}.id = ${own}` };
}
