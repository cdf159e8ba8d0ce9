import { Arg, ID, Int, Resolver, Subscription } from 'type-graphql';
import { following, Occurred, SINCE, within } from '../activity/following.js';
import type { Scope } from '../reading/scope.js';
import { all, raw, sql, type Sql } from '../reading/sql.js';
import { Idea } from './idea.js';

/** Each idea that anything happened to, or inside of: once, as it is now, and only while the viewer may see it. */
function occurrences(scope: Scope): Sql {
  const row = scope.rowOf('Idea');
  const conditions = all([
    raw('told.idea_id is not null'),
    within(raw('told')),
    scope.args.id != null && sql`told.idea_id = ${scope.arg(args => args.id)}`,
  ]);
  return sql`(select coalesce(json_agg(json_build_object('sequence', newest.sequence, 'value', ${scope.on(row).object()})
    order by newest.sequence), '[]')
    from (select told.idea_id, max(told.sequence) as sequence from activity told where ${conditions} group by told.idea_id) newest
    join ${row.table} on ${row.alias}.id = newest.idea_id where ${row.visible})`;
}

@Resolver()
export class IdeaChangedResolver {
  @Subscription(() => Idea, {
    description:
      'The idea as it is after each change of it, or of anything inside it, while the viewer may see it. Changes at the same moment come as one.',
    subscribe: following(occurrences),
  })
  ideaChanged(
    @Occurred() idea: Idea,
    @Arg('id', () => ID, { description: 'The TypeID of the idea: idea_….' }) _id: string,
    @Arg('sinceSequence', () => Int, SINCE) _sinceSequence: number | null,
  ): Idea {
    return idea;
  }

  @Subscription(() => Idea, {
    description:
      'Each idea that the viewer may see, as it is after a change of it or of anything inside it. Changes of an idea at the same moment come as one.',
    subscribe: following(occurrences),
  })
  ideasChanged(@Occurred() idea: Idea, @Arg('sinceSequence', () => Int, SINCE) _sinceSequence: number | null): Idea {
    return idea;
  }
}
