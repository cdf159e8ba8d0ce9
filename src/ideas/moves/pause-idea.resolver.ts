import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { IdeaPayload } from '../idea-payload.js';
import { IdeaStateInput, turnIdea } from './idea-state-input.js';

@Resolver()
export class PauseIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description:
      'Pauses an idea; its stage stays, and it can be resumed. For its owner, its coordinator and administrators.',
  })
  pauseIdea(
    @Arg('input', () => IdeaStateInput, { description: 'Which idea, and why.' }) input: IdeaStateInput,
    @Ctx() context: Context,
  ) {
    return turnIdea(context, 'PAUSE', input);
  }
}
