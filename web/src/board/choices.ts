import type { FilterChoicesQuery } from '../gql/graphql';
import { OBJECTIVE } from '../language/domain-words';
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

/** The partners, by the slug that stands in the address. */
export function partnerChoices({ partners }: FilterChoicesQuery): NamedCode[] {
  return partners.nodes.map(({ slug, name }) => [slug, name] as const);
}

/** The EU Taxonomy's six objectives. */
export function objectiveChoices(language: Language): NamedCode[] {
  return Object.entries(OBJECTIVE).map(([code, name]) => [code, name[language]] as const);
}
