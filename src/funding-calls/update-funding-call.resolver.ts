import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { changesOf } from '../shared/changes.js';
import { nullFaults } from '../shared/checks.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { refuseAny } from '../shared/refuse.js';
import { DeadlineModel } from './call-status.js';
import { DESCRIBING } from './description/call-description.js';
import { CallDetailsInput } from './description/call-inputs.js';
import { FundingCall } from './funding-call.js';
import { FundingCallPayload } from './funding-call-payload.js';

@InputType('UpdateFundingCallInput', {
  description: 'Changes to a funding call. What is left out stays as it is; null empties what can be empty.',
})
export class UpdateFundingCallInput extends CallDetailsInput {
  @Field(() => ID, { description: 'The TypeID of the call.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the call has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'The title, both languages at once; at most 300 characters.',
  })
  title?: LocalizedText;

  @Field(() => String, { nullable: true, description: 'The programme it belongs to.' })
  programme?: string;

  @Field(() => String, { nullable: true, description: 'Who funds.' })
  funder?: string;

  @Field(() => DeadlineModel, { nullable: true, description: 'How the deadlines are meant.' })
  deadlineModel?: DeadlineModel;
}

@Resolver()
export class UpdateFundingCallResolver {
  @Mutation(() => FundingCallPayload, {
    description: 'Changes a funding call. For administrators. What is changed here, later imports leave alone.',
  })
  updateFundingCall(
    @Arg('input', () => UpdateFundingCallInput, { description: 'The changes.' }) input: UpdateFundingCallInput,
    @Ctx() context: Context,
  ) {
    return context.change(FundingCallPayload, async em => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const call = await context.load(em, FundingCall, input, { populate: ['focusAreas'] });
      refuseAny(nullFaults(input, ['focusAreas']));
      const kept = call.focusAreas.getItems();
      const focusAreas = input.focusAreas && (await loadFocusAreas(em, input.focusAreas, kept));
      call.update(changesOf(input, DESCRIBING), focusAreas);
      return { call };
    });
  }
}
