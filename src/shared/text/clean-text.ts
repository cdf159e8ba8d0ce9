// PostgreSQL takes no NUL in a text, and nobody can read the other control characters.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g;

/**
 * The text without control characters, broken surrogates and surrounding space, its letters composed, so that one text
 * is written in one way; "" when nothing is left.
 */
export function cleaned(text: string): string {
  return text.toWellFormed().replace(CONTROL, '').replace(/\r\n?/g, '\n').trim().normalize('NFC');
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
