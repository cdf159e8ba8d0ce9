import { breath } from '../shared/program/breath.js';
import { refuse } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { GivenContent } from './given-content.js';

/** So many rows are taken in one request: what a busy machine does well within the time that a request has. */
export const MOST_ROWS = { ideas: 1_000, partners: 5_000, calls: 3_000 } as const;
export type Things = keyof typeof MOST_ROWS;

/** The rows of a file that was given in a request, with turns for others between them; too many are refused as a whole. */
export async function* unhurried<Row extends { readonly row: number }>(
  rows: AsyncIterable<Row>,
  { things, content }: { readonly things: Things } & GivenContent,
): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    await breath();
    if (!('skipped' in row)) count += 1;
    const path = [content == null ? 'contentBase64' : 'content'];
    if (count > MOST_ROWS[things]) refuse('INVALID', { path, message: tooMany(MOST_ROWS[things]) });
    yield row;
  }
}

function tooMany(most: number): Bilingual {
  return {
    sv: `Högst ${most.toLocaleString('sv')} rader läses in åt gången, och filen har fler: ingenting är ändrat. Dela filen, eller läs in den från kommandoraden.`,
    en: `At most ${most.toLocaleString('en')} rows are imported at a time, and the file has more: nothing was changed. Divide the file, or import it by the command line.`,
  };
}
