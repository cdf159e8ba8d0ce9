import { Arg, ID, Resolver, Subscription } from 'type-graphql';
import { following, Occurred, within } from '../activity/following.js';
import type { Scope } from '../reading/scope.js';
import { raw, sql, type Sql } from '../reading/sql.js';
import { Idea } from './idea.js';

/** The idea as it is now, once if anything happened to it or inside it; nothing while the viewer may not see it. */
function occurrences(scope: Scope): Sql {
  const id = scope.arg(args => args.id);
  const idea = scope.one('Idea', alias => sql`${alias}.id = ${id}`);
  return sql`(select coalesce(json_agg(json_build_object('sequence', changed.sequence, 'value', changed.idea)), '[]')
    from (select newest.sequence, ${idea} as idea
      from (select max(told.sequence) as sequence from activity told where told.idea_id = ${id} and ${within(raw('told'))}) newest
      where newest.sequence is not null) changed
    where changed.idea is not null)`;
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
  ): Idea {
    return idea;
  }
}
