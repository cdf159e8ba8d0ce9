import { breath } from '../../shared/breath.js';
import { fault } from '../../shared/refuse.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { CallFormat } from './call-format.js';
import type { CallRow } from './draft/call-draft.js';
import { mergeRows } from './draft/merge-rows.js';
import { readCalls } from './read-calls.js';
import { contentOf } from './source/given-content.js';

/** So many rows are taken in one request: each is told of in the answer. */
const MOST_ROWS = 10_000;

interface GivenFile {
  readonly format: CallFormat;
  readonly content?: string | null;
  readonly contentBase64?: string | null;
}

/**
 * Reads a file that was given in a request, and lets others have their turn meanwhile. It is read before any transaction
 * begins: the database takes long silence in one for a copy that has died, and ends it.
 */
export async function givenRows(file: GivenFile): Promise<readonly CallRow[]> {
  const rows: CallRow[] = [];
  for await (const row of mergeRows(file.format, unhurried(readCalls(file.format, contentOf(file))))) rows.push(row);
  return rows;
}

async function* unhurried(rows: AsyncIterable<CallRow>): AsyncGenerator<CallRow> {
  let count = 0;
  for await (const row of rows) {
    await breath();
    count += 1;
    if (count > MOST_ROWS) return yield tooMany(row.row);
    yield row;
  }
}

function tooMany(row: number): CallRow {
  const told: Bilingual = {
    sv: `Högst ${MOST_ROWS} rader läses in åt gången. Dela filen, eller läs in den från kommandoraden.`,
    en: `At most ${MOST_ROWS} rows are imported at a time. Divide the file, or import it by the command line.`,
  };
  return { row, faults: [fault('INVALID', [], told)], breaksOff: true };
}
