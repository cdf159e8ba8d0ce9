import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { loadInside } from '../ideas/load-inside.js';
import { changesOf } from '../shared/changes.js';
import { Money } from '../shared/money.js';
import { Membership } from './membership.js';
import { MembershipPayload } from './membership-payload.js';
import { permitForMember } from './membership-policy.js';
import { ConsortiumRole, LetterOfIntent } from './roles.js';

@InputType('UpdateMemberInput', { description: 'Changes to a membership. What is left out stays as it is.' })
export class UpdateMemberInput {
  @Field(() => ID, { description: 'The TypeID of the membership.' })
  id!: string;

  @Field(() => ConsortiumRole, {
    nullable: true,
    description: 'The part it takes; a consortium has one coordinator at most.',
  })
  role?: ConsortiumRole;

  @Field(() => LetterOfIntent, { nullable: true, description: 'How far its letter of intent has come.' })
  letterOfIntent?: LetterOfIntent;

  @Field(() => Money, { nullable: true, description: 'What it promises to pay; null takes the promise away.' })
  commitment?: Money | null;
}

@Resolver()
export class UpdateMemberResolver {
  @Mutation(() => MembershipPayload, {
    description:
      "Changes a member's role, letter of intent or commitment. For the idea's owner, its coordinator and administrators; a member itself changes its own letter and commitment.",
  })
  updateMember(
    @Arg('input', () => UpdateMemberInput, { description: 'The changes.' }) input: UpdateMemberInput,
    @Ctx() context: Context,
  ) {
    return context.change(MembershipPayload, async em => {
      const { found: membership, idea } = await loadInside(context, em, Membership, input);
      permitForMember(context.viewer, { idea, membership }, { byLeadersAlone: input.role !== undefined });
      membership.update(changesOf(input, ['role', 'letterOfIntent', 'commitment']));
      return { membership, idea };
    });
  }
}
