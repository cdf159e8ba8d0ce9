import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { findPartner } from '../partners/find-partner.js';
import { refuse } from '../shared/refuse.js';
import { Idea } from './idea.js';
import { IdeaPayload } from './idea-payload.js';
import { permit } from './idea-policy.js';

@InputType('TransferIdeaInput', { description: 'An idea that gets another owner.' })
export class TransferIdeaInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  id!: string;

  @Field(() => ID, { description: 'The TypeID of the partner that shall own it.' })
  ownerId!: string;

  @Field(() => String, { description: 'Why; at most 2,000 characters.' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the idea has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class TransferIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description:
      "Gives an idea another owner; the old one keeps what its membership gives. For the idea's owner and administrators.",
  })
  transferIdea(
    @Arg('input', () => TransferIdeaInput, { description: 'Which idea, to whom, and why.' }) input: TransferIdeaInput,
    @Ctx() context: Context,
  ) {
    return context.change(IdeaPayload, async em => {
      const owner = await findPartner(em, input.ownerId);
      const may = (idea: Idea) => permit(context.viewer, 'TRANSFER', idea.standing());
      const idea = await context.load(em, Idea, input, { populate: ['memberships'], permit: may });
      idea.transfer(owner ?? refuse('NOT_FOUND', { path: ['ownerId'] }), input.reason);
      return { idea };
    });
  }
}
