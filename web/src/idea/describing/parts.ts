import type { ComponentType } from 'react';
import type { Bilingual } from '../../language/language';
import { FocusAreaFields, LevelFields, MissionFields, ObjectiveFields, VisibilityFields } from './choice-fields';
import type { FieldName } from './description';
import { ChallengeFields, ContactFields, SummaryFields, TitleFields, type FieldsProps } from './text-fields';

/** A part of the description that is edited by itself, in its place. */
interface Part {
  /** As in the middle of a sentence. */
  name: Bilingual;
  fields: readonly FieldName[];
  Fields: ComponentType<FieldsProps>;
}

/** Each part, by the hash of the address that opens it. */
export const PARTS = {
  title: { name: { sv: 'titel', en: 'title' }, fields: ['title.sv', 'title.en'], Fields: TitleFields },
  summary: {
    name: { sv: 'sammanfattning', en: 'summary' },
    fields: ['summary.sv', 'summary.en'],
    Fields: SummaryFields,
  },
  challenge: {
    name: { sv: 'utmaning', en: 'challenge' },
    fields: ['challenge.sv', 'challenge.en'],
    Fields: ChallengeFields,
  },
  'focus-areas': {
    name: { sv: 'fokusområden', en: 'focus areas' },
    fields: ['focusAreas'],
    Fields: FocusAreaFields,
  },
  objectives: {
    name: { sv: 'miljömål', en: 'environmental objectives' },
    fields: ['environmentalObjectives'],
    Fields: ObjectiveFields,
  },
  missions: { name: { sv: 'EU-uppdrag', en: 'EU Missions' }, fields: ['missions'], Fields: MissionFields },
  trl: {
    name: { sv: 'teknisk mognad', en: 'technology readiness' },
    fields: ['technologyReadinessLevel'],
    Fields: LevelFields,
  },
  contact: { name: { sv: 'kontakt', en: 'contact' }, fields: ['contactEmail'], Fields: ContactFields },
  visibility: {
    name: { sv: 'vem som ser idén', en: 'who sees the idea' },
    fields: ['visibility'],
    Fields: VisibilityFields,
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
