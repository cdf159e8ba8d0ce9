import { Arg, ID, Int, Resolver, Subscription } from 'type-graphql';
import { following, Occurred, SINCE, within } from './following.js';
import type { Scope } from '../reading/scope.js';
import { all, sql, type Sql } from '../reading/sql.js';
import { Activity } from './activity.js';
import { ActivityKind } from './activity-kind.js';

/** The rows that are asked for and that the viewer may see, each with its sequence. */
function occurrences(scope: Scope): Sql {
  const row = scope.rowOf('Activity');
  const alias = row.alias;
  const conditions = all([
    row.visible,
    within(alias),
    scope.args.kinds != null && sql`${alias}.kind = any(${scope.arg(args => args.kinds)}::text[])`,
    scope.args.ideaId != null && sql`${alias}.idea_id = ${scope.arg(args => args.ideaId)}`,
  ]);
  return sql`(select coalesce(json_agg(json_build_object('sequence', ${alias}.sequence, 'value', ${scope.on(row).object()})
    order by ${alias}.sequence), '[]') from ${row.table} where ${conditions})`;
}

@Resolver()
export class FollowActivityResolver {
  @Subscription(() => Activity, {
    description:
      'Everything that happens, in order, as far as the viewer may see it at that moment. With sinceSequence it begins with what was missed, then goes on live: nothing is left out and nothing comes twice.',
    subscribe: following(occurrences),
  })
  activity(
    @Occurred() activity: Activity,
    @Arg('kinds', () => [ActivityKind], { nullable: true, description: 'Only these kinds; all when left out.' })
    _kinds: ActivityKind[] | null,
    @Arg('ideaId', () => ID, { nullable: true, description: 'Only what concerns this idea and all inside it.' })
    _ideaId: string | null,
    @Arg('sinceSequence', () => Int, SINCE) _sinceSequence: number | null,
  ): Activity {
    return activity;
  }
}
