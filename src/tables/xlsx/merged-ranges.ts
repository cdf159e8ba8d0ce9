import { WORKBOOK_LIMITS } from './workbook-limits.js';
import type { Zip } from './zip.js';

/** Cells that are one: rows count from 1, columns from 0, and both ends belong to it. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Characters after a sheet's cells in which its merged ranges are looked for. */
const TAIL = 8 * 1024 * 1024;

/** The merged ranges of a sheet, by their first row: they stand after its cells, and are needed before them. */
export async function mergedRanges(zip: Zip, part: string): Promise<ReadonlyMap<number, readonly MergedRange[]>> {
  const ranges = new Map<number, MergedRange[]>();
  const found = (await afterCells(zip, part)).matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g);
  let count = 0;
  for (const [, fromColumn, fromRow, toColumn, toRow] of found) {
    count += 1;
    if (count > WORKBOOK_LIMITS.merged) break;
    const [firstRow, lastRow] = [Number(fromRow), Number(toRow)];
    const range = { firstRow, lastRow, firstColumn: columnAt(fromColumn!), lastColumn: columnAt(toColumn!) };
    ranges.set(firstRow, [...(ranges.get(firstRow) ?? []), range]);
  }
  return ranges;
}

async function afterCells(zip: Zip, part: string): Promise<string> {
  let [text, isAfter] = ['', false];
  for await (const piece of zip.read(part, WORKBOOK_LIMITS.sheet)) {
    text += piece.toString('latin1');
    const end = isAfter ? -1 : text.search(/<\/(?:\w+:)?sheetData>/);
    if (end >= 0) [isAfter, text] = [true, text.slice(end)];
    // The cells' end may be cut between two pieces.
    if (!isAfter) text = text.slice(-40);
    else if (text.length > TAIL) text = text.slice(0, TAIL);
  }
  return isAfter ? text : '';
}

/** The place of a column by its letters: A is 0. */
export function columnAt(letters: string): number {
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}
