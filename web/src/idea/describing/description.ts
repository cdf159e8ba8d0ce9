import type {
  EnvironmentalObjective,
  EuMission,
  IdeaDescriptionQuery,
  UpdateIdeaInput,
  Visibility,
} from '../../gql/graphql';

/** Each thing that an idea is described by and that may be changed by itself, by the way to it in the service's input. */
export const FIELDS = [
  'title.sv',
  'title.en',
  'summary.sv',
  'summary.en',
  'challenge.sv',
  'challenge.en',
  'focusAreas',
  'environmentalObjectives',
  'missions',
  'technologyReadinessLevel',
  'contactEmail',
  'visibility',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** A description as forms hold it: a text or a choice is a list of one, and what is left empty is ['']. */
export type Description = Readonly<Record<FieldName, readonly string[]>>;

/** An idea as the service describes it, in both languages. */
export type Described = NonNullable<IdeaDescriptionQuery['idea']>;

/** Reading falls back to Swedish: a text that is the same in both was never translated. */
const english = (sv: string | null | undefined, en: string | null | undefined) => [en && en !== sv ? en : ''];

/** The description that the service answers with. */
export function descriptionOf(idea: Described): Description {
  return {
    'title.sv': [idea.titleSv],
    'title.en': english(idea.titleSv, idea.titleEn),
    'summary.sv': [idea.summarySv],
    'summary.en': english(idea.summarySv, idea.summaryEn),
    'challenge.sv': [idea.challengeSv ?? ''],
    'challenge.en': english(idea.challengeSv, idea.challengeEn),
    focusAreas: idea.focusAreas.map(({ code }) => code),
    environmentalObjectives: idea.environmentalObjectives,
    missions: idea.missions,
    technologyReadinessLevel: [String(idea.technologyReadinessLevel ?? '')],
    contactEmail: [idea.contactEmail ?? ''],
    visibility: [idea.visibility],
  };
}

/** The description with what the form has of it in place of what was. */
export function writtenIn(form: FormData, names: readonly FieldName[], before: Description): Description {
  const written = names.map(name => [name, form.getAll(name).map(value => String(value).trim())] as const);
  return { ...before, ...Object.fromEntries(written) };
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every(value => other.includes(value));

/** The fields in which two descriptions differ. */
export function differing(one: Description, other: Description): FieldName[] {
  return FIELDS.filter(name => !isSame(one[name], other[name]));
}

/** What of a description the service has to be told, where it has another one. */
export function changesIn(now: Description, before: Description): Partial<UpdateIdeaInput> {
  const changed = differing(now, before);
  const names = new Set(changed.map(name => name.split('.')[0]!));
  const all = {
    title: text(now, 'title'),
    summary: text(now, 'summary'),
    challenge: now['challenge.sv'][0] || now['challenge.en'][0] ? text(now, 'challenge') : null,
    focusAreas: [...now.focusAreas],
    environmentalObjectives: [...now.environmentalObjectives] as EnvironmentalObjective[],
    missions: [...now.missions] as EuMission[],
    technologyReadinessLevel: Number(now.technologyReadinessLevel[0]) || null,
    contactEmail: now.contactEmail[0] || null,
    visibility: now.visibility[0] as Visibility,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

function text(description: Description, name: 'title' | 'summary' | 'challenge') {
  return { sv: description[`${name}.sv`][0] ?? '', en: description[`${name}.en`][0] || null };
}

/** What two people have made of the same description. */
export interface Merged {
  /** Theirs, with what I alone have changed; of what both have changed, mine. */
  description: Description;
  /** What both have changed, and differently. */
  clashes: FieldName[];
}

/** Brings together what I have written and what somebody else has saved meanwhile. */
export function merged(before: Description, mine: Description, theirs: Description): Merged {
  const changed = differing(mine, before);
  const description = { ...theirs, ...Object.fromEntries(changed.map(name => [name, mine[name]])) };
  const clashes = changed.filter(name => !isSame(theirs[name], before[name]) && !isSame(theirs[name], mine[name]));
  return { description, clashes };
}
