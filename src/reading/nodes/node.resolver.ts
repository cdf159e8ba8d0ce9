import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { Node } from '../../shared/node.js';
import { badInput } from '../bad-input.js';
import { PAGE_MAX } from '../connections/page.js';
import { nodeOf } from './node-sql.js';
import { sql } from '../sql.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id, or null if there is nothing that the viewer may see.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any TypeID of this API.' }) _id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info, scope => nodeOf(scope, sql`${scope.arg(args => args.id)}::text`));
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The same for up to 100 ids at once, in their order; null where there is nothing to see.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Up to 100 TypeIDs.' }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > PAGE_MAX) throw badInput(`ids takes at most ${PAGE_MAX}.`);
    return context.read(
      info,
      scope => sql`(select coalesce(json_agg(${nodeOf(scope, sql`asked.id`)} order by asked.place), '[]')
      from unnest(${scope.arg(args => args.ids)}::text[]) with ordinality as asked(id, place))`,
    );
  }
}
