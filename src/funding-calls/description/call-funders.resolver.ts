import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { sql } from '../../reading/sql.js';

@ObjectType('CallFunder', {
  description: 'A funder as calls name it, and its programmes: what a list can be narrowed to.',
})
export class CallFunder {
  @Field(() => String, { description: 'The funder.' })
  name!: string;

  @Field(() => [String], { description: 'The programmes of its calls, in Swedish alphabetical order.' })
  programmes!: string[];
}

@Resolver()
export class CallFundersResolver {
  @Query(() => [CallFunder], {
    description: 'The funders of the calls that the viewer may see, in Swedish alphabetical order.',
  })
  callFunders(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope => {
      const { alias: call, table, visible } = scope.rowOf('FundingCall');
      return sql`(select coalesce(json_agg(json_build_object('name', funder, 'programmes', programmes) order by funder collate swedish), '[]')
        from (select funder, json_agg(programme order by programme collate swedish) as programmes
          from (select distinct ${call}.funder, ${call}.programme from ${table} where ${visible}) named
          group by funder) funders)`;
    });
  }
}
