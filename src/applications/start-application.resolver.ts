import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { changesOf } from '../shared/changes.js';
import { Money } from '../shared/money.js';
import { Application } from './application.js';
import { ApplicationPayload } from './application-payload.js';

@InputType('StartApplicationInput', { description: 'A draft application of an idea to a funding call.' })
export class StartApplicationInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => ID, { description: 'The TypeID of the funding call, which must be open or forthcoming.' })
  callId!: string;

  @Field(() => Money, { nullable: true, description: 'What is asked for.' })
  requested?: Money | null;

  @Field(() => Money, { nullable: true, description: "The applicants' own share." })
  coFinancing?: Money | null;

  @Field(() => Date, {
    nullable: true,
    description: "Which of the call's deadlines it aims at; without it the next one.",
  })
  deadline?: Date | null;
}

@Resolver()
export class StartApplicationResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Starts an application; an idea has one at a time per call that is neither rejected nor withdrawn. For the idea's owner, its coordinator and administrators.",
  })
  startApplication(
    @Arg('input', () => StartApplicationInput, { description: 'The draft.' }) input: StartApplicationInput,
    @Ctx() context: Context,
  ) {
    return context.change(ApplicationPayload, async em => {
      const idea = await context.load(em, Idea, { id: input.ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'MANAGE_APPLICATIONS', idea.standing());
      const call = await context.load(em, FundingCall, { id: input.callId }, { path: ['callId'] });
      const application = Application.start(idea, call, changesOf(input, ['requested', 'coFinancing', 'deadline']));
      em.persist(application);
      return { application, idea };
    });
  }
}
