import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { FundingCall } from '../funding-call.js';
import { FundingCallPayload } from '../funding-call-payload.js';

@Resolver()
export class PublishFundingCallResolver {
  @Mutation(() => FundingCallPayload, {
    description:
      'Makes a draft public; one without a deadline that is not CONTINUOUS is refused (REQUIRED). For administrators.',
  })
  publishFundingCall(
    @Arg('id', () => ID, { description: 'The TypeID of the call.' }) id: string,
    @Ctx() context: Context,
  ) {
    return context.change(FundingCallPayload, async em => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const call = await context.load(em, FundingCall, { id });
      call.publish();
      return { call };
    });
  }
}
