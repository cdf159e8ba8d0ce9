import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permit } from './idea-policy.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { refuseAny } from '../shared/refuse.js';
import { nullFaults } from '../shared/checks.js';
import { Visibility } from './classification.js';
import { Idea } from './idea.js';
import { DESCRIBING_IDEA, IdeaDetailsInput } from './idea-description.js';
import { IdeaPayload } from './idea-payload.js';

@InputType('UpdateIdeaInput', {
  description: 'Changes to an idea. What is left out stays as it is; null empties what can be empty.',
})
export class UpdateIdeaInput extends IdeaDetailsInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the idea has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'The title, both languages at once; at most 300 characters.',
  })
  title?: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'The summary, both languages at once.' })
  summary?: LocalizedText;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  visibility?: Visibility;
}

@Resolver()
export class UpdateIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description: "Changes an idea's description. For its owner, its coordinator and administrators.",
  })
  updateIdea(
    @Arg('input', () => UpdateIdeaInput, { description: 'The changes.' }) input: UpdateIdeaInput,
    @Ctx() context: Context,
  ) {
    return context.change(IdeaPayload, async em => {
      const may = (idea: Idea) => permit(context.viewer, 'UPDATE', idea.standing());
      const idea = await context.load(em, Idea, input, { populate: ['memberships', 'focusAreas'], permit: may });
      refuseAny(nullFaults(input, ['focusAreas']));
      const focusAreas = input.focusAreas && (await loadFocusAreas(em, input.focusAreas, idea.focusAreas.getItems()));
      idea.update(changesOf(input, DESCRIBING_IDEA), focusAreas);
      return { idea };
    });
  }
}
