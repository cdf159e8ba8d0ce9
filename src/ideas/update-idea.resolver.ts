import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permit } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { refuseAny } from '../shared/refuse.js';
import { nullFaults } from '../shared/checks.js';
import { EnvironmentalObjective, EuMission, Visibility } from './classification.js';
import { Idea } from './idea.js';
import { IdeaPayload } from './idea-payload.js';

@InputType('UpdateIdeaInput', {
  description: 'Changes to an idea. What is left out stays as it is; null empties what can be empty.',
})
export class UpdateIdeaInput {
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

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'The challenge, both languages at once; null empties it.',
  })
  challenge?: LocalizedText | null;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  visibility?: Visibility;

  @Field(() => [String], { nullable: true, description: 'All its focus areas by code, in place of those it has.' })
  focusAreas?: string[];

  @Field(() => [EnvironmentalObjective], {
    nullable: true,
    description: 'All its environmental objectives, in place of those it has.',
  })
  environmentalObjectives?: EnvironmentalObjective[];

  @Field(() => [EuMission], { nullable: true, description: 'All its EU Missions, in place of those it has.' })
  missions?: EuMission[];

  @Field(() => Int, { nullable: true, description: 'Technology readiness level, 1 to 9; null when unknown.' })
  technologyReadinessLevel?: number | null;
}

const FIELDS = [
  'title',
  'summary',
  'challenge',
  'visibility',
  'environmentalObjectives',
  'missions',
  'technologyReadinessLevel',
] as const;

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
      const idea = await context.load(em, Idea, input, { populate: ['memberships', 'focusAreas'] });
      permit(context.viewer, 'UPDATE', idea.standing());
      refuseAny(nullFaults(input, ['focusAreas']));
      const focusAreas = input.focusAreas && (await loadFocusAreas(em, input.focusAreas));
      idea.update(changesOf(input, FIELDS), focusAreas);
      return { idea };
    });
  }
}
