import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { badInput } from '../reading/bad-input.js';
import { connection } from '../reading/connections/connection.js';
import { SqlField } from '../reading/sql-fields.js';
import { raw, sql } from '../reading/sql.js';
import { CallStatus } from './call-status.js';
import { FundingCall } from './funding-call.js';
import { FundingCallPageArgs } from './funding-call-args.js';
import { fundingCallList, nextDeadlineOf, statusOf } from './funding-call-list.js';
import { CallDeadline, FundingCallConnection } from './funding-call-types.js';

@Resolver(() => FundingCall)
export class FundingCallResolver {
  @Query(() => FundingCall, {
    nullable: true,
    description:
      'One funding call by id or by identifier, exactly one of the two; null if there is none that the viewer may see.',
  })
  fundingCall(
    @Arg('id', () => ID, { nullable: true, description: 'The TypeID: call_….' }) id: string | null,
    @Arg('identifier', () => String, { nullable: true, description: "The funder's own identifier." })
    identifier: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if ((id == null) === (identifier == null)) throw badInput('Give exactly one of id and identifier.');
    const column = raw(id == null ? 'identifier' : 'id');
    return context.read(info, scope =>
      scope.one('FundingCall', call => sql`${call}.${column} = ${scope.arg(args => args.id ?? args.identifier)}`),
    );
  }

  @Query(() => FundingCallConnection, { description: 'The funding calls that the viewer may see.' })
  fundingCalls(@Args() _page: FundingCallPageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(fundingCallList()));
  }

  @SqlField(() => CallStatus, { description: 'Where it is in its life at this moment.' }, scope =>
    statusOf(scope.row.alias),
  )
  status!: CallStatus;

  @SqlField(
    () => [CallDeadline],
    {
      description: 'Its deadlines in order of time; empty for a continuous call, or when unknown.',
    },
    scope => sql`(select coalesce(json_agg(json_build_object('at', d.at, 'label', nullif(d.label, '')) order by d.at), '[]')
    from unnest(${scope.column('deadlines')}, ${scope.column('deadlineLabels')}) as d(at, label))`,
  )
  deadlines!: CallDeadline[];

  @SqlField(
    () => Date,
    {
      nullable: true,
      description: 'The first deadline that has not passed, UTC; null when there is none, or the call is cancelled.',
    },
    scope => nextDeadlineOf(scope.row.alias),
  )
  nextDeadline!: string | null;
}
