import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { sql } from '../reading/sql.js';
import { FocusArea } from './focus-area.js';

@Resolver(() => FocusArea)
export class FocusAreaResolver {
  @Query(() => [FocusArea], {
    description: 'The focus areas at the top level, by code; their parts are their children.',
  })
  focusAreas(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope =>
      scope.many('FocusArea', alias => ({ where: sql`${alias}.parent_id is null`, orderBy: sql`${alias}.code` })),
    );
  }

  @Query(() => FocusArea, { nullable: true, description: 'One focus area by its code, or null if there is none.' })
  focusArea(
    @Arg('code', () => String, { description: 'The code: smart-industri.marin-teknik.' }) _code: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info, scope =>
      scope.one('FocusArea', area => sql`${area}.code = ${scope.arg(({ code }) => code)}`),
    );
  }
}
