/** What a webhook is limited to: what concerns one of these ideas or areas; to nothing where both are empty. */
export interface Limits {
  readonly ideas: readonly string[];
  readonly focusAreas: readonly string[];
}

/** Ideas, and focus areas, that one webhook may be limited to. */
export const MOST_LIMITS = 100;

export const isLimited = ({ ideas, focusAreas }: Limits) => ideas.length > 0 || focusAreas.length > 0;

/**
 * Whether an activity concerns what a webhook is limited to: one of the ideas, or an idea, a call or an area in one of the
 * focus areas as they are now. The lists come as JSON, a parameter each.
 */
export function concerns(activity: string, ideas: string, focusAreas: string): string {
  const inArea = (area: string) =>
    `exists (select from jsonb_array_elements_text(${focusAreas}::jsonb) wanted where ${area}.code = wanted or starts_with(${area}.code, wanted || '.'))`;
  return `(jsonb_exists(${ideas}::jsonb, ${activity}.idea_id)
    or exists (select from idea_focus_area chosen join focus_area area on area.id = chosen.focus_area_id
      where chosen.idea_id = ${activity}.idea_id and ${inArea('area')})
    or exists (select from funding_call_focus_area chosen join focus_area area on area.id = chosen.focus_area_id
      where chosen.funding_call_id = ${activity}.call_id and ${inArea('area')})
    or exists (select from focus_area area where area.id = ${activity}.subject_id and ${inArea('area')}))`;
}
