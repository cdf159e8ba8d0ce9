import type { Amount } from '../../../shared/money.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { cellAmount } from '../../../tables/amounts.js';
import type { Cells } from '../../../tables/cells.js';
import type { Filled } from '../../../tables/raw-cells.js';
import { cellText, quotedCell } from '../../../tables/text/cell-text.js';

/** Items of the longest list in a cell. */
const MOST = 100;

/** What stands beside the items of another column, one for each; nothing and a dash are null. */
export function besideIn(cells: Cells, field: string, count: number): (string | null)[] | undefined {
  const [filled] = cells.all(field);
  if (!filled) return undefined;
  const items = filled.cell.split(/[;|\n]/).map(item => cellText(item) || null);
  if (items.length <= count) return [...items, ...Array<null>(count - items.length).fill(null)];
  return cells.refuse(filled.path, filled.cell, tooMany(items.length, count));
}

export function tooLongList(cells: Cells, { path, cell }: Filled, items: readonly unknown[]): boolean {
  if (items.length <= MOST) return false;
  cells.refuse(path, cell, { sv: `har fler än ${MOST} delar.`, en: `has more than ${MOST} items.` });
  return true;
}

function tooMany(has: number, count: number): Bilingual {
  return {
    sv: `har ${has} delar, och raden nämner ${count}. Skriv lika många, i samma ordning, med semikolon emellan; ett streck står för ingen.`,
    en: `has ${has} items, and the row names ${count}. Write as many, in the same order, with semicolons between; a dash stands for none.`,
  };
}

/** An amount of a list; without a currency of its own, or of its header, it is in SEK, and that is said. */
export function amountOf(cells: Cells, { path, place }: Filled, item: string): Amount | undefined {
  const read = cellAmount(item, cells.header.units.get(place));
  if ('problem' in read) return cells.refuse(path, item, read.problem);
  if (read.currency === undefined) {
    const quoted = quotedCell(item);
    cells.remarks.note({
      sv: `${path[0]}: ${quoted.sv} har ingen valuta och är läst som SEK.`,
      en: `${path[0]}: ${quoted.en} has no currency and is read as SEK.`,
    });
  }
  return { amount: read.amount, currency: read.currency ?? 'SEK' };
}
