import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { IdeaPayload } from '../idea-payload.js';
import { IdeaStateInput, turnIdea } from './idea-state-input.js';

@Resolver()
export class ResumeIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description: 'Resumes a paused idea. For its owner, its coordinator and administrators.',
  })
  resumeIdea(
    @Arg('input', () => IdeaStateInput, { description: 'Which idea, and why.' }) input: IdeaStateInput,
    @Ctx() context: Context,
  ) {
    return turnIdea(context, 'RESUME', input);
  }
}
