import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { raw, sql } from '../reading/sql.js';
import { Programme } from './programme.js';

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => [Programme], { description: 'All programmes, the newest first.' })
  programmes(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope =>
      scope.many('Programme', alias => ({ where: raw('true'), orderBy: sql`${alias}.id desc` })),
    );
  }

  @Query(() => Programme, { nullable: true, description: 'One programme by its code, or null if there is none.' })
  programme(
    @Arg('code', () => String, { description: 'The code: KS3.' }) _code: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info, scope =>
      scope.one('Programme', programme => sql`${programme}.code_prefix = ${scope.arg(({ code }) => code)}`),
    );
  }
}
