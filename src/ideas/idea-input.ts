import { Field, InputType, Int } from 'type-graphql';
import { LocalizedText } from '../shared/text/localized-text.js';
import { EnvironmentalObjective, EuMission } from './classification.js';

/** What new and changed ideas have in common. */
@InputType()
export abstract class IdeaDetailsInput {
  @Field(() => LocalizedText, {
    nullable: true,
    description: 'The challenge it answers, both languages at once; null empties it.',
  })
  challenge?: LocalizedText | null;

  @Field(() => [String], { nullable: true, description: 'All its focus areas, by code.' })
  focusAreas?: string[];

  @Field(() => [EnvironmentalObjective], {
    nullable: true,
    description: 'All the environmental objectives it contributes to.',
  })
  environmentalObjectives?: EnvironmentalObjective[];

  @Field(() => [EuMission], { nullable: true, description: 'All the EU Missions it contributes to.' })
  missions?: EuMission[];

  @Field(() => Int, { nullable: true, description: 'Technology readiness level, 1 to 9; null when unknown.' })
  technologyReadinessLevel?: number | null;
}
