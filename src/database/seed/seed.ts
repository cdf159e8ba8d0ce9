import { ApiKey } from '../../access/api-key.js';
import { SYSTEM } from '../../access/viewer.js';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { Partner } from '../../partners/partner.js';
import { Programme } from '../../pipeline/programme.js';
import { newId } from '../../shared/ids.js';
import { LocalizedText } from '../../shared/localized-text.js';
import { flushAs } from '../activity-writer.js';
import type { Database } from '../database.js';
import { DEMO_KEYS } from './demo-keys.js';
import { FOCUS_AREAS, PARTNERS, PROGRAMME } from './reference.js';
import type { EntityManager } from '@mikro-orm/core';

/** Fills an empty database; what is there already is left alone. */
export async function seed(database: Database, what: 'demo' | 'reference' | 'none'): Promise<void> {
  if (what === 'none') return;
  await database.orm.em.fork().transactional(async em => {
    if ((await em.count(Programme)) === 0) await seedReference(em);
    if (what === 'demo' && (await em.count(ApiKey)) === 0) await seedDemo(em);
    await flushAs(em, SYSTEM);
  });
}

async function seedReference(em: EntityManager): Promise<void> {
  const { name, ...programme } = PROGRAMME;
  em.persist(
    Object.assign(new Programme(), programme, {
      id: newId('programme'),
      name: LocalizedText.of(name),
      lastIdeaNumber: 0,
    }),
  );
  for (const { description, ...partner } of PARTNERS) {
    em.persist(Partner.register({ ...partner, description: description ? LocalizedText.of(description) : null }));
  }
  const areas = new Map<string, FocusArea>();
  for (const { code, name: areaName, description, parent } of FOCUS_AREAS) {
    const texts = { name: LocalizedText.of(areaName), description: description ? LocalizedText.of(description) : null };
    const area = FocusArea.define({ code, ...texts, parent: parent ? areas.get(parent) : null });
    areas.set(code, area);
    em.persist(area);
  }
  await flushAs(em, SYSTEM);
}

async function seedDemo(em: EntityManager): Promise<void> {
  for (const { secret, partner, ...key } of DEMO_KEYS) {
    em.persist(
      ApiKey.issue({ ...key, partner: partner ? await em.findOneOrFail(Partner, { slug: partner }) : null }, secret)
        .apiKey,
    );
  }
}
