import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { changesOf } from '../shared/changes.js';
import { Money } from '../shared/money.js';
import type { Context } from '../context/context.js';
import { ApplicationInput, changeApplication } from './application-input.js';
import { ApplicationPayload } from './application-payload.js';

@InputType('UpdateApplicationInput', {
  description: 'Changes to an application. What is left out stays as it is; once submitted only reference can change.',
})
export class UpdateApplicationInput extends ApplicationInput {
  @Field(() => Money, { nullable: true, description: 'What is asked for; null when unknown.' })
  requested?: Money | null;

  @Field(() => Money, { nullable: true, description: "The applicants' own share; null when unknown." })
  coFinancing?: Money | null;

  @Field(() => String, {
    nullable: true,
    description: "The funder's reference number (diarienummer), at most 200 characters.",
  })
  reference?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "Which of the call's deadlines it aims at; null for the next one.",
  })
  deadline?: Date | null;
}

@Resolver()
export class UpdateApplicationResolver {
  @Mutation(() => ApplicationPayload, {
    description: "Changes an application. For the idea's owner, its coordinator and administrators.",
  })
  updateApplication(
    @Arg('input', () => UpdateApplicationInput, { description: 'Which application, and what.' })
    input: UpdateApplicationInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application =>
      application.update(changesOf(input, ['requested', 'coFinancing', 'reference', 'deadline'])),
    );
  }
}
