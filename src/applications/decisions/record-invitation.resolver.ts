import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { ApplicationInput, changeApplication } from '../application-input.js';
import { ApplicationPayload } from '../application-payload.js';

@InputType('RecordInvitationInput', { description: "The funder's invitation to the second stage of a TWO_STAGE call." })
export class RecordInvitationInput extends ApplicationInput {
  @Field(() => Date, {
    nullable: true,
    description: 'When the funder invited; without it now. Not ahead, and not before the submission.',
  })
  invitedAt?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "The deadline of the second stage; without it the call's next one after that of the first.",
  })
  deadline?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The funder's reference number (diarienummer), if it is a new one.",
  })
  reference?: string | null;
}

@Resolver()
export class RecordInvitationResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Records that the funder has invited an application to the second stage, for which it is submitted once more. For the idea's owner, its coordinator and administrators.",
  })
  recordInvitation(
    @Arg('input', () => RecordInvitationInput, { description: 'Which application, and until when.' })
    input: RecordInvitationInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => application.invite(input));
  }
}
