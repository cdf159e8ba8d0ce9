import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { loadInside } from '../ideas/load-inside.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Milestone } from './plan/milestone.js';
import { ProjectPayload } from './project-payload.js';

@InputType('CompleteMilestoneInput', { description: 'A milestone that was reached.' })
export class CompleteMilestoneInput {
  @Field(() => ID, { description: 'The TypeID of the milestone.' })
  id!: string;

  @Field(() => DateOnly, {
    description: 'The day it was completed; not ahead, and not before the first day of a project that has begun.',
  })
  completedOn!: string;
}

@Resolver()
export class CompleteMilestoneResolver {
  @Mutation(() => ProjectPayload, {
    description: "Records that a milestone was completed. For the idea's owner, its coordinator and administrators.",
  })
  completeMilestone(
    @Arg('input', () => CompleteMilestoneInput, { description: 'Which milestone, and when.' })
    input: CompleteMilestoneInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const { found: milestone, idea } = await loadInside(context, em, Milestone, input, { populate: ['project'] });
      permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
      milestone.complete(input.completedOn);
      return { project: milestone.project, idea };
    });
  }
}
