import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { FundingCallForwardArgs } from '../funding-calls/funding-call-args.js';
import { fundingCallList } from '../funding-calls/funding-call-list.js';
import { FundingCallConnection } from '../funding-calls/funding-call-types.js';
import { IdeaForwardArgs } from '../ideas/idea-args.js';
import { ideaList } from '../ideas/idea-list.js';
import { IdeaConnection } from '../ideas/idea-types.js';
import { connection } from '../reading/connection.js';
import { ReadField } from '../reading/reads.js';
import { raw, sql } from '../reading/sql.js';
import { FocusArea } from './focus-area.js';
import { inFocusAreas } from './in-focus-area.js';

@Resolver(() => FocusArea)
export class FocusAreaResolver {
  @Query(() => [FocusArea], {
    description: 'The focus areas at the top level, by code; their parts are their children.',
  })
  focusAreas(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope =>
      scope.many('FocusArea', alias => ({ where: raw(`${alias}.parent_id is null`), orderBy: raw(`${alias}.code`) })),
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

  @ReadField(
    () => IdeaConnection,
    {
      description: 'Ideas in the area or one of its parts, as far as the viewer may see them.',
    },
    scope =>
      connection(
        ideaList(alias =>
          inFocusAreas('idea_focus_area', 'idea_id', raw(`${alias}.id`), sql`array[${raw(scope.row.alias)}.code]`),
        ),
      )(scope),
  )
  ideas(@Args() _page: IdeaForwardArgs): void {}

  @ReadField(
    () => FundingCallConnection,
    { description: 'Funding calls that suit the area or one of its parts.' },
    scope =>
      connection(
        fundingCallList(alias =>
          inFocusAreas(
            'funding_call_focus_area',
            'funding_call_id',
            raw(`${alias}.id`),
            sql`array[${raw(scope.row.alias)}.code]`,
          ),
        ),
      )(scope),
  )
  fundingCalls(@Args() _page: FundingCallForwardArgs): void {}
}
