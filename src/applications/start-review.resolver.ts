import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { ApplicationInput, changeApplication } from './application-input.js';
import { ApplicationPayload } from './application-payload.js';

@InputType('StartReviewInput', { description: 'An application that the funder has begun to assess.' })
export class StartReviewInput extends ApplicationInput {}

@Resolver()
export class StartReviewResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Records that the funder has begun to assess an application. For the idea's owner, its coordinator and administrators.",
  })
  startReview(
    @Arg('input', () => StartReviewInput, { description: 'Which application.' }) input: StartReviewInput,
    @Ctx() context: Context,
  ) {
    return changeApplication(context, input, application => application.startReview());
  }
}
