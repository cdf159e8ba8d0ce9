import type { EntityManager } from '@mikro-orm/core';
import { fault, refuseAny } from '../shared/refuse.js';
import { FocusArea } from './focus-area.js';

/** The focus areas with these codes, or a refusal that names the codes there are none for. */
export async function loadFocusAreas(em: EntityManager, codes: readonly string[]): Promise<FocusArea[]> {
  const areas = await em.find(FocusArea, { code: { $in: [...codes] } });
  const missing = [...new Set(codes)].filter(code => !areas.some(area => area.code === code));
  refuseAny(
    missing.map(code =>
      fault('NOT_FOUND', ['focusAreas'], {
        sv: `Det finns inget fokusområde med koden "${code}".`,
        en: `There is no focus area with the code "${code}".`,
      }),
    ),
  );
  return areas;
}
