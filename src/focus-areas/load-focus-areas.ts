import type { EntityManager } from '@mikro-orm/core';
import { findSpelt } from '../database/spelt.js';
import { fault, refuseAny } from '../shared/refuse.js';
import { FocusArea } from './focus-area.js';
import { noSuchArea, retiredFaults } from './retired-area.js';

/**
 * The focus areas with these codes, or a refusal that names the codes there are none for, and those out of use that the
 * thing they are chosen for does not have already. They are locked, so that none is retired meanwhile.
 */
export async function loadFocusAreas(
  em: EntityManager,
  codes: readonly string[],
  kept: readonly FocusArea[] = [],
): Promise<FocusArea[]> {
  if (codes.length === 0) return [];
  const areas = await findSpelt(em, {
    entity: FocusArea,
    populate: [],
    name: `by ${codes.length} codes`,
    values: codes,
    where: marks => ({ code: { $in: [...marks] } }),
    orderBy: { code: 'asc' },
    lock: 'for share',
  });
  const missing = [...new Set(codes)].filter(code => !areas.some(area => area.code === code));
  const chosen = areas.filter(area => !kept.includes(area));
  const all = chosen.some(({ retiredAt }) => retiredAt) ? await em.findAll(FocusArea) : areas;
  refuseAny([
    ...missing.map(code => fault('NOT_FOUND', ['focusAreas'], noSuchArea(code))),
    ...retiredFaults(chosen, all, ['focusAreas']),
  ]);
  return areas;
}
