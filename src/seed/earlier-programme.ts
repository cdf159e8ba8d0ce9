import type { EntityManager } from '@mikro-orm/core';
import { flushAs } from '../activity/activity-writer.js';
import { GATE_POLICY, GatePolicy } from '../programmes/gate-policy.js';
import { Programme } from '../programmes/programme.js';
import { at } from '../shared/time/clock.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { SYSTEM } from '../shared/viewer.js';
import { DEMO_EARLIER_IDEAS } from './demo-ideas.js';
import { demoHistory, type TimedDemoEvent } from './history.js';
import { PROGRAMME_OWNER } from './reference.js';
import { dayIn, momentIn } from './relative-time.js';
import { World } from './world.js';

const [BEGAN, CLOSED] = [-800, -760];

const EARLIER_PROGRAMME = {
  code: 'FS1',
  name: LocalizedText.of({ sv: 'Förstudie S3 Blekinge', en: 'Pre-study S3 Blekinge' }),
  description: LocalizedText.of({
    sv: 'Påhittat exempel: en förstudie som lovade inga stora projekt och ställde lägre krav.',
    en: 'Invented example: a pre-study that promised no large projects and asked for less.',
  }),
  requiredProjects: 0,
  gatePolicy: GatePolicy.of(GATE_POLICY, {
    summaryMinLength: 20,
    minPartners: 2,
    minSectors: 2,
    requiredSectors: [['ACADEMIA']],
    projectMinYears: 1,
    projectMaxYears: 3,
  }),
};

/** A pre-study that goes before the demo's programme, under rules of its own. */
export async function openEarlier(em: EntityManager, today: Date): Promise<void> {
  const dates = { startsOn: dayIn(today, BEGAN), endsOn: dayIn(today, CLOSED) };
  em.persist(Programme.define({ ...EARLIER_PROGRAMME, ...dates }));
  await flushAs(em, SYSTEM);
}

/** It has its ideas, and is closed. */
export async function playEarlier(
  em: EntityManager,
  today: Date,
  play: (world: World, events: readonly TimedDemoEvent[]) => Promise<void>,
): Promise<void> {
  const programme = await em.findOne(Programme, { code: EARLIER_PROGRAMME.code });
  if (!programme) return;
  const world = await World.of(em, today, programme.code);
  await play(world, demoHistory(today, [], DEMO_EARLIER_IDEAS));
  await at(momentIn(today, CLOSED, '16:00'), () => {
    programme.update({ open: false }, 'Förstudien är avslutad.');
    return flushAs(em, world.actor(PROGRAMME_OWNER));
  });
}
