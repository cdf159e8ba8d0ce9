import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { changesOf } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { DeadlineModel } from './call-status.js';
import { DESCRIBING } from './description/call-description.js';
import { CallDetailsInput } from './description/call-inputs.js';
import { FundingCall } from './funding-call.js';
import { FundingCallPayload } from './funding-call-payload.js';

@InputType('CreateFundingCallInput', { description: 'A new funding call.' })
export class CreateFundingCallInput extends CallDetailsInput {
  @Field(() => String, { description: "The funder's own unique identifier, at most 200 characters." })
  identifier!: string;

  @Field(() => LocalizedText, { description: 'The title, at most 300 characters.' })
  title!: LocalizedText;

  @Field(() => String, { description: 'The programme it belongs to.' })
  programme!: string;

  @Field(() => String, { description: 'Who funds.' })
  funder!: string;

  @Field(() => DeadlineModel, { description: 'How the deadlines are meant.' })
  deadlineModel!: DeadlineModel;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Whether to publish it at once; otherwise it is a draft, as a call must be whose deadline is not known and that is not CONTINUOUS.',
  })
  publish?: boolean | null;
}

@Resolver()
export class CreateFundingCallResolver {
  @Mutation(() => FundingCallPayload, {
    description: 'Adds a funding call, published unless told otherwise. For administrators.',
  })
  createFundingCall(
    @Arg('input', () => CreateFundingCallInput, { description: 'The call.' }) input: CreateFundingCallInput,
    @Ctx() context: Context,
  ) {
    return context.change(FundingCallPayload, async em => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const focusAreas = await loadFocusAreas(em, input.focusAreas ?? []);
      const description = changesOf(withoutNullLists(input), DESCRIBING);
      const publishedAt = input.publish === false ? null : now();
      const call = FundingCall.create({ identifier: input.identifier, description, focusAreas, publishedAt });
      em.persist(call);
      return { call };
    });
  }
}

/** In a new call a list of null means none. */
function withoutNullLists(input: CreateFundingCallInput): CreateFundingCallInput {
  return Object.assign(new CreateFundingCallInput(), input, {
    requiredSectors: input.requiredSectors ?? [],
    environmentalObjectives: input.environmentalObjectives ?? [],
    deadlines: input.deadlines ?? [],
  });
}
