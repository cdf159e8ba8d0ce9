import { fault } from '../../shared/refuse.js';
import type { FaultyRow } from './read-row.js';

/** Reads one row. What a reader stumbles over refuses that row and no other, and whoever runs the service is warned of it. */
export function oneRow<T>(row: number, read: () => T): T | FaultyRow {
  try {
    return read();
  } catch (error) {
    process.emitWarning((error as Error).stack ?? String(error));
    const message = {
      sv: 'Raden kunde inte läsas: tjänsten gjorde fel på den. Övriga rader är lästa.',
      en: 'The row could not be read: the service failed on it. The other rows were read.',
    };
    return { row, faults: [fault('INVALID', [], message)] };
  }
}
