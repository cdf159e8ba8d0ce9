import type { EntityManager } from '@mikro-orm/core';
import { ApiKey } from '../../access/api-key.js';
import { SYSTEM } from '../../access/viewer.js';
import { Partner } from '../../partners/partner.js';
import { at } from '../../shared/clock.js';
import { LocalizedText } from '../../shared/localized-text.js';
import { flushAs } from '../activity-writer.js';
import { callEvents } from './call-events.js';
import { DEMO_CALLS } from './demo-calls.js';
import type { DemoClock } from './demo-clock.js';
import { DEMO_IDEAS } from './demo-ideas.js';
import { DEMO_KEYS } from './demo-keys.js';
import { DEMO_PARTNERS } from './demo-partners.js';
import { ideaEvents } from './idea-events.js';
import { World } from './world.js';

/** Plays the demo through the domain, each event at its moment and by its actor, so that its history is a real one. */
export async function playDemo(em: EntityManager, clock: DemoClock): Promise<void> {
  for (const { description, ...partner } of DEMO_PARTNERS) {
    em.persist(Partner.register({ ...partner, description: LocalizedText.of(description) }));
  }
  await flushAs(em, SYSTEM);

  const world = await World.of(em);
  const events = [
    ...DEMO_CALLS.flatMap(call => callEvents(call, world, clock)),
    ...DEMO_IDEAS.flatMap(idea => ideaEvents(idea, world, clock)),
  ];
  for (const { moment, by, happens } of events.sort((one, other) => one.moment.getTime() - other.moment.getTime())) {
    await at(moment, async () => {
      happens();
      await flushAs(em, by);
    });
  }
  for (const { secret, partner, ...key } of DEMO_KEYS) {
    em.persist(ApiKey.issue({ ...key, partner: partner ? world.partner(partner) : null }, secret).apiKey);
  }
  await flushAs(em, SYSTEM);
}
