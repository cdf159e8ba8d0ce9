import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { Money } from '../../shared/money.js';
import type { Context } from '../../context/context.js';
import { ApplicationInput, changeApplication } from '../application-input.js';
import { ApplicationPayload } from '../application-payload.js';

@InputType('RecordDecisionInput', { description: 'What the funder decided.' })
export class RecordDecisionInput extends ApplicationInput {
  @Field(() => Boolean, { description: 'Whether it was granted.' })
  granted!: boolean;

  @Field(() => Money, {
    nullable: true,
    description: 'The amount granted; without it what was asked for. Not with a rejection.',
  })
  amount?: Money | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the funder decided; without it now. Not ahead, and not before the submission.',
  })
  decidedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 2,000 characters.' })
  reason?: string | null;
}

@Resolver()
export class RecordDecisionResolver {
  @Mutation(() => ApplicationPayload, {
    description: "Records the funder's decision on an application under review. For administrators.",
  })
  recordDecision(
    @Arg('input', () => RecordDecisionInput, { description: 'Which application, and what.' })
    input: RecordDecisionInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => application.decide(input), 'DECIDE');
  }
}
