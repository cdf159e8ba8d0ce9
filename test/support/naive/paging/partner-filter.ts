import type { PartnerRow } from '../../service/stored-rows.js';
import type { Filter } from '../arguments.js';
import type { Asking } from '../asking.js';
import { filterIdeas } from './idea-filter.js';
import { found, holding, takingPart, wanted } from './lists.js';

/** Partners are public, and those that have been merged in no list; by focus area they are found through ideas that the viewer sees. */
export function filterPartners(asking: Asking, filter: Filter | null | undefined): PartnerRow[] {
  const { sectors, countries, focusAreas } = filter ?? {};
  const text = wanted(filter);
  const within = focusAreas && filterIdeas(asking, { focusAreas });
  return holding(asking.rows.partner, [
    ({ merged_into_id }) => merged_into_id === null,
    text && (({ id }) => found(asking, 'partner', text).has(id)),
    sectors && (({ sector }) => sectors.includes(sector)),
    countries && (({ country }) => countries.includes(country)),
    within && (({ id }) => within.some(idea => takingPart(asking, idea).includes(id))),
  ]);
}
