import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { loadInside } from '../ideas/load-inside.js';
import { DateOnly } from '../shared/values/scalars.js';
import { OutcomeStatus } from './plan/outcome-words.js';
import { Outcome } from './plan/outcome.js';
import { ProjectPayload } from './project-payload.js';

@InputType('UpdateOutcomeInput', { description: 'How far an outcome has come.' })
export class UpdateOutcomeInput {
  @Field(() => ID, { description: 'The TypeID of the outcome.' })
  id!: string;

  @Field(() => OutcomeStatus, { description: 'How far it has come.' })
  status!: OutcomeStatus;

  @Field(() => DateOnly, {
    nullable: true,
    description: 'The day it was delivered, with DELIVERED only; without it today.',
  })
  deliveredOn?: string | null;
}

@Resolver()
export class UpdateOutcomeResolver {
  @Mutation(() => ProjectPayload, {
    description: "Records how far an outcome has come. For the idea's owner, its coordinator and administrators.",
  })
  updateOutcome(
    @Arg('input', () => UpdateOutcomeInput, { description: 'Which outcome, and how far.' }) input: UpdateOutcomeInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const { found: outcome, idea } = await loadInside(context, em, Outcome, input, { populate: ['project'] });
      permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
      outcome.update(input);
      return { project: outcome.project, idea };
    });
  }
}
