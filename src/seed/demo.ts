import type { EntityManager } from '@mikro-orm/core';
import { ApiKey } from '../access/keys/api-key.js';
import { SYSTEM } from '../shared/viewer.js';
import { Partner } from '../partners/partner.js';
import { at } from '../shared/time/clock.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { flushAs } from '../activity/activity-writer.js';
import { DEMO_CALLS } from './demo-calls.js';
import { DEMO_IDEAS } from './demo-ideas.js';
import { DEMO_KEYS } from './demo-keys.js';
import { DEMO_PARTNERS } from './demo-partners.js';
import { playEarlier } from './earlier-programme.js';
import { demoHistory, type TimedDemoEvent } from './history.js';
import { CALL_HANDLERS } from './play-calls.js';
import { IDEA_HANDLERS } from './play-ideas.js';
import { APPLICATION_HANDLERS, MOVE_HANDLERS, PROJECT_HANDLERS } from './play-path.js';
import { REFERENCE_PROGRAMME } from './reference.js';
import { momentIn } from './relative-time.js';
import { type StepHandlers, World } from './world.js';

const HANDLERS: StepHandlers = {
  ...CALL_HANDLERS,
  ...IDEA_HANDLERS,
  ...APPLICATION_HANDLERS,
  ...MOVE_HANDLERS,
  ...PROJECT_HANDLERS,
};

/** Two years and some days: everything in the demo happens after this. */
const BEFORE_IT_BEGINS = -800;

/** The moment at which the programme's own data is set, so that the demo can happen after it. */
export function beforeTheDemo(today: Date): Date {
  return momentIn(today, BEFORE_IT_BEGINS, '8:00');
}

/** Plays the demo through the domain, each event at its moment and by its actor, so that its history is a real one. */
export async function playDemo(em: EntityManager, today: Date): Promise<void> {
  await at(beforeTheDemo(today), () => registerPartners(em));
  await playEarlier(em, today, playHistory);
  const world = await World.of(em, today, REFERENCE_PROGRAMME.code);
  await playHistory(world, demoHistory(today, DEMO_CALLS, DEMO_IDEAS));
  await issueDemoKeys(em, world);
}

async function playHistory(world: World, events: readonly TimedDemoEvent[]): Promise<void> {
  for (const event of events) {
    await at(event.at, async () => {
      await (HANDLERS[event.kind] as (happening: typeof event, world: World) => void | Promise<void>)(event, world);
      await flushAs(world.em, world.actor(event.by));
    });
  }
}

/** One after the other, since a token is stored after the key that made it. */
async function issueDemoKeys(em: EntityManager, world: World): Promise<void> {
  const issued = new Map<string, ApiKey>();
  for (const { secret, partner, feedOf, ...key } of DEMO_KEYS) {
    const parent = feedOf ? issued.get(feedOf) : undefined;
    const { apiKey } = parent
      ? parent.makeFeedToken(key, secret)
      : ApiKey.issue({ ...key, partner: partner ? world.partner(partner) : null }, secret);
    issued.set(secret, apiKey);
    em.persist(apiKey);
    await flushAs(em, SYSTEM);
  }
}

async function registerPartners(em: EntityManager): Promise<void> {
  for (const { description, ...partner } of DEMO_PARTNERS) {
    em.persist(Partner.register({ ...partner, description: LocalizedText.of(description) }));
  }
  await flushAs(em, SYSTEM);
}
