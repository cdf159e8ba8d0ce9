import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { IdeaPayload } from '../idea-payload.js';
import { IdeaStateInput, turnIdea } from './idea-state-input.js';

@Resolver()
export class CompleteIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description: 'Completes an idea in the stage PROJECT, for good. For its owner, its coordinator and administrators.',
  })
  completeIdea(
    @Arg('input', () => IdeaStateInput, { description: 'Which idea, and why.' }) input: IdeaStateInput,
    @Ctx() context: Context,
  ) {
    return turnIdea(context, 'COMPLETE', input);
  }
}
