import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { loadInside } from '../ideas/load-inside.js';
import { Membership } from './membership.js';
import { MembershipPayload } from './membership-payload.js';
import { permitForMember } from './membership-policy.js';

@InputType('EndMembershipInput', { description: 'A membership that ends now.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The TypeID of the membership.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 2,000 characters.' })
  reason?: string | null;
}

@Resolver()
export class EndMembershipResolver {
  @Mutation(() => MembershipPayload, {
    description:
      "Ends a membership; it stays in the history. For the idea's owner, its coordinator and administrators; a member itself may leave, a coordinator once it has handed over.",
  })
  endMembership(
    @Arg('input', () => EndMembershipInput, { description: 'Which membership, and why.' }) input: EndMembershipInput,
    @Ctx() context: Context,
  ) {
    return context.change(MembershipPayload, async em => {
      const { found: membership, idea } = await loadInside(context, em, Membership, input);
      permitForMember(context.viewer, { idea, membership });
      if (membership.partner.id === context.viewer.partnerId) membership.leave(input.reason);
      else membership.end(input.reason);
      return { membership, idea };
    });
  }
}
