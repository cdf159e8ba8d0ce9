import { ApiKey } from '../../access/api-key.js';
import { Programme } from '../../pipeline/programme.js';
import { at, now } from '../../shared/clock.js';
import type { Database } from '../database.js';
import { playDemo } from './demo.js';
import { DemoClock } from './demo-clock.js';
import { seedReference } from './reference-data.js';

/** Two years and some days: everything in the demo happens after this. */
const BEFORE_THE_DEMO = 800;

/** Fills an empty database; what is there already is left alone. */
export async function seed(database: Database, what: 'demo' | 'reference' | 'none'): Promise<void> {
  if (what === 'none') return;
  await database.orm.em.fork().transactional(async em => {
    const demo = what === 'demo' && (await em.count(ApiKey)) === 0;
    const clock = new DemoClock(now());
    if ((await em.count(Programme)) === 0) await at(demo ? clock.daysAgo(BEFORE_THE_DEMO) : now(), () => seedReference(em));
    if (demo) await playDemo(em, clock);
  });
}
