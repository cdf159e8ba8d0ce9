import type { FocusArea } from './focus-area.js';

/** Whether two lists hold the same focus areas, in whatever order. */
export function sameAreas(one: readonly FocusArea[], other: readonly FocusArea[]): boolean {
  const codesOf = (areas: readonly FocusArea[]) => [...new Set(areas.map(({ code }) => code))].sort().join(' ');
  return codesOf(one) === codesOf(other);
}
