import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { permitForRequest } from './request-policy.js';
import { JoinRequestPayload } from './join-request-payload.js';
import { loadRequest } from './load-inside.js';

@Resolver()
export class WithdrawJoinRequestResolver {
  @Mutation(() => JoinRequestPayload, {
    description:
      "Takes a request to join back, for the partner that asked, or an invitation, for the idea's owner and its coordinator; administrators take back both.",
  })
  withdrawJoinRequest(
    @Arg('id', () => ID, { description: 'The TypeID of the request.' }) id: string,
    @Ctx() context: Context,
  ) {
    return context.change(JoinRequestPayload, async em => {
      const { joinRequest, idea } = await loadRequest(context, em, id);
      permitForRequest(context.viewer, joinRequest.origin, { joinRequest, idea });
      joinRequest.withdraw();
      return { joinRequest, idea };
    });
  }
}
