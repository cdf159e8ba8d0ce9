import { cleaned, cut, exactLine } from '../../shared/text/clean-text.js';
import { type Bilingual, inQuotes } from '../../shared/text/wording.js';

const SIGNS = String.raw`(?:[-–—\u2212]+|n\/?a)`;

/** Signs that a cell holds nothing. */
const NOTHING = new RegExp(`^${SIGNS}$`, 'i');

/** The same between quotation marks: then it is what it says. */
const NO_NOTHING = new RegExp(`^"("*${SIGNS}"*)"$`, 'i');
const NEEDS_MARKS = new RegExp(`^"*${SIGNS}"*$`, 'i');

/** A cell's text with composed letters and single spaces of one kind; "" where it holds nothing, or a dash. */
export function cellText(cell: string): string {
  const text = cleaned(cell).replace(/[^\S\n]+/g, ' ');
  return NOTHING.test(text) ? '' : text;
}

/** A text that a cell cannot be without, between quotation marks where it would be read as nothing. */
export function asCell(text: string): string {
  return NEEDS_MARKS.test(text) ? `"${text}"` : text;
}

/** The text that was written so. */
export function ofCell(cell: string): string {
  return NO_NOTHING.exec(cell)?.[1] ?? cell;
}

/** A cell as messages quote it. */
export function quotedCell(cell: string): Bilingual {
  return inQuotes(cut(exactLine(cell), 80));
}
