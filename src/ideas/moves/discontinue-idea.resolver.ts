import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { IdeaPayload } from '../idea-payload.js';
import { IdeaStateInput, turnIdea } from './idea-state-input.js';

@Resolver()
export class DiscontinueIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description:
      'Gives an idea up, for good; its stage tells how far it came. For its owner, its coordinator and administrators.',
  })
  discontinueIdea(
    @Arg('input', () => IdeaStateInput, { description: 'Which idea, and why.' }) input: IdeaStateInput,
    @Ctx() context: Context,
  ) {
    return turnIdea(context, 'DISCONTINUE', input);
  }
}
