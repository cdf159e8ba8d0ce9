// PostgreSQL takes no NUL in a text, and nobody can read the other control characters, nor see where a line may break. Those
// that override or isolate the direction of letters turn what others have written after them; tags are letters unseen (UTR 36).
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** What turns the letters after it, or is a letter unseen: of what a clean text lacks that which somebody may miss. */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

/** Whether cleaning takes out of a text what turns its letters, or hides some. */
export function hidesSomething(text: string): boolean {
  return HIDDEN.test(text);
}

/** Nothing but blanks and what only does something to other characters: joiners, marks of direction, variants, fillers. */
const NOTHING_TO_SEE = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** What begins or ends no text: blanks of any kind, joiners, marks of direction and fillers with nothing beside them. */
const EDGE = /[\s\u115f\u1160\u180e\u200c-\u200f\u2061-\u2064\u2800\u3164\uffa0]/;

/**
 * A text in its one form: its letters composed, lines ended by \n, without control characters, soft hyphens, broken
 * surrogates and surrounding blanks; "" when nothing to see is left. The one rule for the API, imports and stored rows.
 */
export function cleaned(text: string): string {
  const clean = text.toWellFormed().replace(CONTROL, '').replace(/\r\n?/g, '\n').normalize('NFC');
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
