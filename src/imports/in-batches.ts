import type { EntityManager } from '@mikro-orm/core';
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
  report: ImportReport,
  take: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if ('faults' in row) report.refused.push(row);
    else if ('skipped' in row) report.leftOut.push(row);
    else batch.push(row);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  await take(batch);
  for (const those of [report.refused, report.leftOut]) those.sort((one, other) => one.row - other.row);
}
