import { cleaned, cut, exactLine } from '../../shared/text/clean-text.js';
import { type Bilingual, inQuotes } from '../../shared/text/wording.js';
import { textOfHtml } from './html-text.js';
import { TABLE_LIMITS } from '../table-limits.js';

// Neither < nor > inside a tag, so that hostile text is read once and not from every <.
const MARKUP = /<[a-z!/][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,30});/i;

// Persons are never kept: an address is most often somebody's.
const MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

/** One line of clean text: a title, a name. HTML in it becomes text. */
export function line(text: string): string {
  return exactLine(unmarked(text, TABLE_LIMITS.line));
}

/** The text of a date; where HTML leaves nothing of it, as it stands, so that it isn't taken for none. */
export function dateLine(text: string): string {
  return line(text) || exactLine(text.slice(0, TABLE_LIMITS.line));
}

/** HTML or plain text as plain text in paragraphs, without mail addresses. */
export function paragraphs(text: string): string {
  const lines = unmarked(text, TABLE_LIMITS.html)
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

/** A short excerpt to quote in a message. */
export function quoted(text: string): Bilingual {
  return inQuotes(cut(line(text), 80));
}
