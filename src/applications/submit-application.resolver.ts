import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { ApplicationInput, changeApplication } from './application-input.js';
import { ApplicationPayload } from './application-payload.js';

@InputType('SubmitApplicationInput', { description: 'An application that was handed in.' })
export class SubmitApplicationInput extends ApplicationInput {
  @Field(() => String, { nullable: true, description: "The funder's reference number, if it is known." })
  reference?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it was handed in to the funder; without it now. It is what the deadline is compared with. Only administrators record a moment gone by, and none before the application was started or ahead.',
  })
  submittedAt?: Date | null;
}

@Resolver()
export class SubmitApplicationResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Records that an application was submitted; the call must have been open, and the deadline not passed. For the idea's owner, its coordinator and administrators.",
  })
  submitApplication(
    @Arg('input', () => SubmitApplicationInput, { description: 'Which application, and what.' })
    input: SubmitApplicationInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => {
      const { submittedAt } = input;
      if (submittedAt && submittedAt < context.readClock()) permitFor(context.viewer, 'REGISTER_LATE', ['submittedAt']);
      application.submit(input);
    });
  }
}
