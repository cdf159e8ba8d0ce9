import type { EntityManager } from '@mikro-orm/core';
import { SYSTEM } from '../shared/viewer.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import { Partner } from '../partners/partner.js';
import { Programme } from '../programmes/programme.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { flushAs } from '../activity/activity-writer.js';
import { REFERENCE_FOCUS_AREAS, REFERENCE_PARTNERS, REFERENCE_PROGRAMME } from './reference.js';

/** The programme, its seven partners and its focus areas. */
export async function seedReference(em: EntityManager): Promise<void> {
  const { name, description: purpose, ...programme } = REFERENCE_PROGRAMME;
  const texts = { name: LocalizedText.of(name), description: LocalizedText.of(purpose) };
  em.persist(Programme.define({ ...programme, ...texts }));
  for (const { description, ...partner } of REFERENCE_PARTNERS) {
    em.persist(Partner.register({ ...partner, description: LocalizedText.of(description) }));
  }
  const areas = new Map<string, FocusArea>();
  for (const { code, name: areaName, parent } of REFERENCE_FOCUS_AREAS) {
    const area = FocusArea.define({
      code,
      name: LocalizedText.of(areaName),
      parent: parent ? areas.get(parent) : null,
    });
    areas.set(code, area);
    em.persist(area);
  }
  await flushAs(em, SYSTEM);
}
