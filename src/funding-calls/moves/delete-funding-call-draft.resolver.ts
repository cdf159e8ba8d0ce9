import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { FundingCall } from '../funding-call.js';
import { FundingCallPayload } from '../funding-call-payload.js';

@Resolver()
export class DeleteFundingCallDraftResolver {
  @Mutation(() => FundingCallPayload, {
    description:
      'Deletes a draft that was a mistake: it is shown nowhere any more, its identifier is free again, and an import that finds it anew makes a new draft. A call that has been published or cancelled is refused (ILLEGAL_TRANSITION). The call in the answer is null. For administrators.',
  })
  deleteFundingCallDraft(
    @Arg('id', () => ID, { description: 'The TypeID of the draft.' }) id: string,
    @Ctx() context: Context,
  ) {
    return context.change(FundingCallPayload, async em => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const call = await context.load(em, FundingCall, { id });
      call.deleteDraft();
      return { call };
    });
  }
}
