import { textOfHtml } from './html-text.js';
import { LIMITS } from './limits.js';

// Neither < nor > inside a tag, so that hostile text is read once and not from every <.
const MARKUP = /<[a-z!/][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,30});/i;

// PostgreSQL takes no NUL in a text, and nobody can read the other control characters.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g;

// Persons are never kept: an address is most often somebody's.
const MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

/**
 * The text without control characters, broken surrogates and surrounding space, its letters composed, so that one text
 * is written in one way; "" when nothing is left.
 */
export function cleaned(text: string): string {
  return text.toWellFormed().replace(CONTROL, '').replace(/\r\n?/g, '\n').trim().normalize('NFC');
}

/** One line of clean text: a title, a name. HTML in it becomes text. */
export function line(text: string): string {
  return exactLine(unmarked(text, LIMITS.line));
}

/** The text of a date; where HTML leaves nothing of it, as it stands, so that it isn't taken for none. */
export function dateLine(text: string): string {
  return line(text) || exactLine(text.slice(0, LIMITS.line));
}

/** One line of clean text in which < and & mean themselves. */
export function exactLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ');
}

/** HTML or plain text as plain text in paragraphs, without mail addresses. */
export function paragraphs(text: string): string {
  const lines = unmarked(text, LIMITS.html)
    .replace(MAIL, '[e-mail]')
    .replace(/[^\S\n]+/g, ' ');
  return lines
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function unmarked(text: string, longest: number): string {
  const clean = cleaned(text.slice(0, longest));
  return MARKUP.test(clean) ? cleaned(textOfHtml(clean)) : clean;
}

/** The text cut at a space so that it has at most `longest` characters, ending in "…" when something is missing. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.lastIndexOf(' ');
  const end = space > longest * 0.9 ? space : head.length;
  return `${head.slice(0, end).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A short excerpt to quote in a message. */
export function quoted(text: string): string {
  return `"${cut(line(text), 80)}"`;
}
