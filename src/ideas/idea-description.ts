import { LONGEST, localizedFaults, nullFaults, rangeFaults } from '../shared/checks.js';
import type { Fault } from '../shared/refuse.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import type { EnvironmentalObjective, EuMission, Visibility } from './classification.js';

/** What an idea is described by. */
export interface IdeaDescription {
  title: LocalizedText;
  summary: LocalizedText;
  challenge?: LocalizedText | null | undefined;
  visibility: Visibility;
  environmentalObjectives: EnvironmentalObjective[];
  missions: EuMission[];
  technologyReadinessLevel?: number | null | undefined;
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
] as const;

/** Everything that is wrong with a description, or with the part of one that changes. */
export function ideaFaults(description: Partial<IdeaDescription>): Fault[] {
  const { title, summary, challenge, technologyReadinessLevel } = description;
  return [
    ...nullFaults(description, ['title', 'summary', 'visibility', 'environmentalObjectives', 'missions']),
    ...localizedFaults('title', title, LONGEST.title),
    ...localizedFaults('summary', summary, LONGEST.text),
    ...localizedFaults('challenge', challenge, LONGEST.text),
    ...rangeFaults(['technologyReadinessLevel'], technologyReadinessLevel, [1, 9]),
  ];
}
