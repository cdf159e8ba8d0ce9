import { Field, InputType, Int } from 'type-graphql';
import { LONGEST, localizedFaults, nullFaults, rangeFaults } from '../shared/checks.js';
import { type Fault, fault } from '../shared/refuse.js';
import { A_ROLES_MAILBOX, isMailbox, NO_MAILBOX } from '../shared/values/mailbox.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { EnvironmentalObjective, EuMission, type Visibility } from './classification.js';

/** What an idea is described by. */
export interface IdeaDescription {
  title: LocalizedText;
  summary: LocalizedText;
  challenge?: LocalizedText | null | undefined;
  visibility: Visibility;
  environmentalObjectives: EnvironmentalObjective[];
  missions: EuMission[];
  technologyReadinessLevel?: number | null | undefined;
  contactEmail?: string | null | undefined;
}

/** The names of the fields that describe an idea. */
export const DESCRIBING_IDEA = [
  'title',
  'summary',
  'challenge',
  'visibility',
  'environmentalObjectives',
  'missions',
  'technologyReadinessLevel',
  'contactEmail',
] as const;

/** Everything that is wrong with a description, or with the part of one that changes. */
export function ideaFaults(description: Partial<IdeaDescription>): Fault[] {
  const { title, summary, challenge, technologyReadinessLevel, contactEmail } = description;
  return [
    ...nullFaults(description, ['title', 'summary', 'visibility', 'environmentalObjectives', 'missions']),
    ...localizedFaults('title', title, LONGEST.title),
    ...localizedFaults('summary', summary, LONGEST.text),
    ...localizedFaults('challenge', challenge, LONGEST.text),
    ...rangeFaults(['technologyReadinessLevel'], technologyReadinessLevel, [1, 9]),
    ...(contactEmail == null || isMailbox(contactEmail) ? [] : [fault('INVALID', ['contactEmail'], NO_MAILBOX)]),
  ];
}

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

  @Field(() => String, {
    nullable: true,
    description: `Whom to ask about the idea, shown to all who see it and have signed in. ${A_ROLES_MAILBOX}`,
  })
  contactEmail?: string | null;
}
