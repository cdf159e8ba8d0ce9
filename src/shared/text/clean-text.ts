// PostgreSQL takes no NUL in a text, and nobody can read the other control characters, nor see where a line may break.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu;

/** Where a line may break or a word be cut, and the mark of an order of bytes: nobody misses them. */
const BREAKS = /[\u00ad\u200b\u2060\ufeff]/g;

// What overrides or isolates the direction of letters turns what others have written after them (UTR 36). Tags, variants,
// fillers, annotations and signs of layout are letters unseen: whole orders can be written in them, for machines alone.
// Of what is not seen in Unicode there remain joiners and single marks of direction, which letters need.
const HIDDEN =
  /(?![\u200c-\u200f\u061c])[\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{13430}-\u{1343f}]/u;

/** The choice between a sign of text and an emoji, after what can be either. https://unicode.org/reports/tr51 */
const CHOSEN = /(?<=\p{Emoji})[\ufe0e\ufe0f]/gu;

const UNSEEN = new RegExp(`(?!${CHOSEN.source})${HIDDEN.source}`, 'gu');

/** Joiners and marks of direction: the first says what there is to say, and more could be letters of an alphabet. */
const SAID_AGAIN = /([\u200c-\u200f\u061c])[\u200c-\u200f\u061c]+/g;

/** Whether cleaning takes out of a text what turns its letters, or hides some. */
export function hidesSomething(text: string): boolean {
  const rest = text.replace(BREAKS, '').replace(CHOSEN, '');
  return HIDDEN.test(rest) || rest.replace(SAID_AGAIN, '$1') !== rest;
}

/** Nothing but blanks and what only does something to other characters: joiners, marks of direction, variants, fillers. */
const NOTHING_TO_SEE = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** What begins or ends no text: blanks of any kind, joiners and marks of direction with nothing beside them. */
const EDGE = /[\s\u061c\u200c-\u200f\u2800]/;

/** Latin letters, signs, blanks, tabs and ends of lines, which are in their one form but for surrounding blanks. */
const PLAIN = /^[\t\n -~\u00a1-\u00ac\u00ae-\u024f]*$/;

/**
 * A text in its one form: its letters composed, lines ended by \n, without control characters, soft hyphens,
 * letters unseen, broken surrogates and surrounding blanks; "" when nothing to see is left. The one rule for the API,
 * imports and stored rows.
 */
export function cleaned(text: string): string {
  // Nearly all texts are, and an import cleans many.
  if (PLAIN.test(text)) return text.trim();
  const seen = text.toWellFormed().replace(CONTROL, '').replace(UNSEEN, '');
  const clean = seen.replace(SAID_AGAIN, '$1').replace(/\r\n?/g, '\n').normalize('NFC');
  return NOTHING_TO_SEE.test(clean) ? '' : withoutEdges(clean);
}

function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && EDGE.test(text[start]!)) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** A clean text that is one line, such as a title: what would break or divide it is a blank. */
export function oneLine(text: string): string {
  return cleaned(text).replace(/[^\S\n\t\u2028\u2029]*[\n\t\u2028\u2029]\s*/g, ' ');
}

/** One line of clean text in which < and & mean themselves. */
export function exactLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ');
}

/** The text cut at a space so that it has at most `longest` characters, ending in "…" when something is missing. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.lastIndexOf(' ');
  const end = space > longest * 0.9 ? space : head.length;
  return `${head.slice(0, end).replace(/[\ud800-\udbff]$/, '')}…`;
}
