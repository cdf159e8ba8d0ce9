import { compile, type FormatCallback } from 'html-to-text';
import { TABLE_LIMITS } from '../table-limits.js';

/** The most elements beside one another; those after them are left out. */
const SIBLINGS = 10_000;

/**
 * Numbers the items of an ordered list, or letters them. The library's own way fails on numbers that Roman numerals and
 * letters don't reach.
 */
const orderedList: FormatCallback = (list, walk, builder) => {
  const { start = '', type } = list.attribs as Record<string, string>;
  let next = /^\d{1,9}$/.test(start) ? Number(start) : 1;
  const items = list.children
    .filter(({ name, data }) => name !== undefined || data?.trim())
    .slice(0, SIBLINGS)
    .map(item => ({ item, prefix: item.name === 'li' ? `${mark(next++, type)}. ` : '' }));
  const maxPrefixLength = Math.max(0, ...items.map(({ prefix }) => prefix.length));
  builder.openList({ interRowLineBreaks: 1, leadingLineBreaks: 2, maxPrefixLength, prefixAlign: 'left' });
  for (const { item, prefix } of items) {
    builder.openListItem({ prefix });
    walk([item], builder);
    builder.closeListItem();
  }
  builder.closeList({ trailingLineBreaks: 2 });
};

function mark(number: number, type: string | undefined): string {
  const isLetter = (type === 'a' || type === 'A') && number >= 1 && number <= 26;
  return isLetter ? String.fromCharCode(type.charCodeAt(0) + number - 1) : String(number);
}

const quiet = { options: { uppercase: false } };

const fromHtml = compile({
  wordwrap: false,
  limits: { maxInputLength: TABLE_LIMITS.html, maxDepth: 100, maxChildNodes: SIBLINGS, ellipsis: '…' },
  formatters: { orderedList },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, ...quiet })),
    { selector: 'table', ...quiet },
    { selector: 'ul', options: { itemPrefix: '• ' } },
  ],
});

/**
 * HTML as plain text. The parser's time grows by the square of how deep elements nest, so the caller bounds the length;
 * what nests deeper than anyone writes is left out.
 */
export const textOfHtml: (html: string) => string = fromHtml;
