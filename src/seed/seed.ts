import { ApiKey } from '../access/keys/api-key.js';
import { Programme } from '../programmes/programme.js';
import { at, now } from '../shared/time/clock.js';
import type { Database } from '../database/database.js';
import { beforeTheDemo, playDemo } from './demo.js';
import { openEarlier } from './earlier-programme.js';
import { seedReference } from './reference-data.js';

/** Of two copies that start together on an empty database, the second waits here and finds it filled. */
const ALONE = ['set local statement_timeout = 0', 'select pg_advisory_xact_lock(7305222)'];

/** Fills an empty database; what is there already is left alone. */
export async function seed(database: Database, what: 'demo' | 'reference' | 'none'): Promise<void> {
  if (what === 'none') return;
  const today = now();
  await database.orm.em.fork().transactional(async em => {
    for (const statement of ALONE) await em.getConnection().execute(statement, [], 'run', em.getTransactionContext());
    const demo = what === 'demo' && (await em.count(ApiKey)) === 0;
    if ((await em.count(Programme)) === 0) {
      await at(demo ? beforeTheDemo(today) : today, async () => {
        if (demo) await openEarlier(em, today);
        await seedReference(em);
      });
    }
    if (demo) await playDemo(em, today);
  });
}
