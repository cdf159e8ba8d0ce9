import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Health } from './health.js';
import { StatusUpdate } from './status-update.js';
import { StatusUpdatePayload } from './status-update-payload.js';

@InputType('PostStatusUpdateInput', { description: 'How an idea goes.' })
export class PostStatusUpdateInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => Health, { description: 'How it goes.' })
  health!: Health;

  @Field(() => LocalizedText, {
    description: 'What has happened and what stands in the way; at most 2,000 characters.',
  })
  summary!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What is to be done next.' })
  nextStep?: LocalizedText | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: 'The day the next step is due, today in Sweden or later; only with a next step.',
  })
  nextStepDueOn?: string | null;
}

@Resolver()
export class PostStatusUpdateResolver {
  @Mutation(() => StatusUpdatePayload, {
    description:
      "Tells how an idea goes: its newest status update gives its health. For the idea's owner, its coordinator and administrators.",
  })
  postStatusUpdate(
    @Arg('input', () => PostStatusUpdateInput, { description: 'How it goes, and what comes next.' })
    { ideaId, ...said }: PostStatusUpdateInput,
    @Ctx() context: Context,
  ) {
    return context.change(StatusUpdatePayload, async em => {
      const idea = await context.load(em, Idea, { id: ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'POST_STATUS_UPDATE', idea.standing());
      const statusUpdate = StatusUpdate.post(idea, said, context.viewer);
      em.persist(statusUpdate);
      return { statusUpdate, idea };
    });
  }
}
