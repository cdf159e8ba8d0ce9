import type { FilterChoicesQuery } from '../gql/graphql';
import { HEALTH, OBJECTIVE, REQUIREMENT } from '../language/domain-words';
import type { Language } from '../language/language';

/** A code and what it is called. */
export type NamedCode = readonly [code: string, name: string];

/** The focus areas, children under their parent. */
export function areaChoices({ focusAreas }: FilterChoicesQuery): NamedCode[] {
  return focusAreas.flatMap(area => [
    [area.code, area.name] as const,
    ...area.children.map(child => [child.code, `\u2003${child.name}`] as const),
  ]);
}

/** An area that can be chosen, and what it is a part of. */
interface OfferedArea {
  readonly code: string;
  readonly name: string;
  readonly whole?: string;
}

/** The areas that can be chosen: one out of use only where it is chosen already. */
export function areasToChoose(
  { focusAreas }: Pick<FilterChoicesQuery, 'focusAreas'>,
  chosen: readonly string[] = [],
): OfferedArea[] {
  const isOffered = ({ code, retiredAt }: { code: string; retiredAt?: string | null }) =>
    !retiredAt || chosen.includes(code);
  return focusAreas.flatMap(area => [
    ...[area].filter(isOffered),
    ...area.children.filter(isOffered).map(({ code, name }) => ({ code, name, whole: area.name })),
  ]);
}

/** The partners, by the slug that stands in the address. */
export function partnerChoices({ partners }: FilterChoicesQuery): NamedCode[] {
  return partners.nodes.map(({ slug, name }) => [slug, name] as const);
}

/** The programmes, by their codes. */
export function programmeChoices({ programmes }: FilterChoicesQuery): NamedCode[] {
  return programmes.map(({ code, name }) => [code, name] as const);
}

/** What a gate may ask for, in the order of the path. */
export function requirementChoices(language: Language): NamedCode[] {
  return Object.entries(REQUIREMENT).map(([code, name]) => [code, name[language]] as const);
}

/** How ideas go. */
export function healthChoices(language: Language): NamedCode[] {
  return Object.entries(HEALTH).map(([code, name]) => [code, name[language]] as const);
}

/** The EU Taxonomy's six objectives. */
export function objectiveChoices(language: Language): NamedCode[] {
  return Object.entries(OBJECTIVE).map(([code, name]) => [code, name[language]] as const);
}
