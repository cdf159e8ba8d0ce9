import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { FundingCall } from '../funding-call.js';
import { FundingCallPayload } from '../funding-call-payload.js';

@Resolver()
export class CancelFundingCallResolver {
  @Mutation(() => FundingCallPayload, { description: 'Calls a funding call off for good. For administrators.' })
  cancelFundingCall(
    @Arg('id', () => ID, { description: 'The TypeID of the call.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; at most 2,000 characters.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return context.change(FundingCallPayload, async em => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const call = await context.load(em, FundingCall, { id });
      call.cancel(reason);
      return { call };
    });
  }
}
