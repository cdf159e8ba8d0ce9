import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '../database/one-at-a-time.js';
import type { FaultyRow, SkippedRow } from '../tables/report/read-row.js';
import type { ImportReport } from './import-report.js';

/** What is held in memory at a time. */
const BATCH = 500;

/**
 * Waits until no other import of the same things is under way: what is known of them is read after it. Taken before any
 * row is locked.
 */
export async function importAlone(em: EntityManager, things: 'ideas' | 'partners' | 'calls'): Promise<void> {
  await oneAtATime(em, `import of ${things}`);
}

/** Gives rows to the import a batch at a time; those that are refused or left out while they are read are reported. */
export async function inBatches<Row extends object>(
  rows: AsyncIterable<Row | FaultyRow | SkippedRow> | Iterable<Row | FaultyRow | SkippedRow>,
  { em, report }: { readonly em: EntityManager; readonly report: ImportReport },
  take: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  let [batch, before]: [Row[], Promise<unknown>] = [[], Promise.resolve()];
  for await (const row of rows) {
    if ('faults' in row) report.refused.push(row);
    else if ('skipped' in row) report.leftOut.push(row);
    else batch.push(row);
    if (batch.length < BATCH) continue;
    await take(batch);
    em.clear();
    batch = [];
    // The database writes one batch while the next is made ready, and is no further behind.
    await before;
    before = written(em);
  }
  await take(batch);
  em.clear();
  await Promise.all([before, written(em)]);
  for (const those of [report.refused, report.leftOut]) those.sort((one, other) => one.row - other.row);
}

/** Resolves when all is written that was sent, and is told what failed of it. */
function written(em: EntityManager): Promise<unknown> {
  const answer = (em as SqlEntityManager).execute('select 1');
  // Whoever waits for it is told.
  answer.catch(() => undefined);
  return answer;
}
