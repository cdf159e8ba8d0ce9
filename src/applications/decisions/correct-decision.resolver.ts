import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { Money } from '../../shared/money.js';
import { ApplicationInput, changeApplication } from '../application-input.js';
import { ApplicationPayload } from '../application-payload.js';

@InputType('CorrectDecisionInput', { description: 'What a recorded decision ought to have been, or has become.' })
export class CorrectDecisionInput extends ApplicationInput {
  @Field(() => Boolean, { description: 'Whether it is granted.' })
  granted!: boolean;

  @Field(() => Money, {
    nullable: true,
    description:
      'The amount granted; without it that of the decision, and of a rejection what was asked for. Not with a rejection.',
  })
  amount?: Money | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the funder decided; without it as recorded. Not ahead, and not before the submission.',
  })
  decidedAt?: Date | null;

  @Field(() => String, {
    description: "Why: a slip, or the funder's own change of its decision (ändringsbeslut); at most 2,000 characters.",
  })
  reason!: string;
}

@Resolver()
export class CorrectDecisionResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      'Corrects a recorded decision. What rested on it is judged anew at the next step, and no step is undone. For administrators.',
  })
  correctDecision(
    @Arg('input', () => CorrectDecisionInput, { description: 'Which application, what and why.' })
    input: CorrectDecisionInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => application.correctDecision(input), 'DECIDE');
  }
}
