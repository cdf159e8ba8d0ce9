import { cleaned, cut, exactLine } from '../../shared/text/clean-text.js';
import { type Bilingual, inQuotes } from '../../shared/text/wording.js';

/** Signs that a cell holds nothing. */
const NOTHING = /^(?:[-–—\u2212]+|n\/?a)$/i;

/** A cell's text with composed letters and single spaces of one kind; "" where it holds nothing, or a dash. */
export function cellText(cell: string): string {
  const text = cleaned(cell).replace(/[^\S\n]+/g, ' ');
  return NOTHING.test(text) ? '' : text;
}

/** A cell as messages quote it. */
export function quotedCell(cell: string): Bilingual {
  return inQuotes(cut(exactLine(cell), 80));
}
