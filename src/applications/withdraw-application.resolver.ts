import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { ApplicationInput, changeApplication } from './application-input.js';
import { ApplicationPayload } from './application-payload.js';

@InputType('WithdrawApplicationInput', { description: 'An application that is taken back.' })
export class WithdrawApplicationInput extends ApplicationInput {
  @Field(() => String, { description: 'Why; at most 2,000 characters.' })
  reason!: string;
}

@Resolver()
export class WithdrawApplicationResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Withdraws an application that is not yet decided. For the idea's owner, its coordinator and administrators.",
  })
  withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, { description: 'Which application, and what.' })
    input: WithdrawApplicationInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => application.withdraw(input.reason));
  }
}
