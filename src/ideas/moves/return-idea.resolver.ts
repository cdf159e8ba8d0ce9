import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permit } from '../idea-policy.js';
import type { Context } from '../../context/context.js';
import { Idea } from '../idea.js';
import { IdeaPayload } from '../idea-payload.js';
import { Stage } from '../stages.js';

@InputType('ReturnIdeaInput', { description: 'A step back on the path.' })
export class ReturnIdeaInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  id!: string;

  @Field(() => Stage, { description: 'Any earlier stage.' })
  to!: Stage;

  @Field(() => String, { description: 'Why; at most 2,000 characters.' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the step builds on; if the idea has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class ReturnIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description: 'Sends an idea back to an earlier stage. For its owner, its coordinator and administrators.',
  })
  returnIdea(
    @Arg('input', () => ReturnIdeaInput, { description: 'The step.' }) input: ReturnIdeaInput,
    @Ctx() context: Context,
  ) {
    return context.change(IdeaPayload, async em => {
      const may = (idea: Idea) => permit(context.viewer, 'RETURN', idea.standing());
      const idea = await context.load(em, Idea, input, { populate: ['memberships'], permit: may });
      idea.returnTo({ ...input, by: context.viewer });
      return { idea };
    });
  }
}
