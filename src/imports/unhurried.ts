import { breath } from '../shared/program/breath.js';
import { fault } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { FaultyRow } from '../tables/report/read-row.js';

/** So many rows are taken in one request: each is told of in the answer. */
const MOST_ROWS = 10_000;

/** The rows of a file that was given in a request, with turns for others between them; too many break off. */
export async function* unhurried<Row extends { readonly row: number }>(
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row | FaultyRow> {
  let count = 0;
  for await (const row of rows) {
    await breath();
    count += 1;
    if (count > MOST_ROWS) return yield tooMany(row.row);
    yield row;
  }
}

function tooMany(row: number): FaultyRow {
  const message: Bilingual = {
    sv: `Högst ${MOST_ROWS} rader läses in åt gången. Dela filen, eller läs in den från kommandoraden.`,
    en: `At most ${MOST_ROWS} rows are imported at a time. Divide the file, or import it by the command line.`,
  };
  return { row, faults: [fault('INVALID', [], message)], breaksOff: true };
}
