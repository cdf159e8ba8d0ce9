import { cellText } from './cell-text.js';

/** An item between quotation marks, where a mark of its own is doubled. */
const QUOTED = /^"((?:[^"]|"")+)"$/;

/** What stands between quotation marks, as it is; any other text as it stands. */
export function unquoted(item: string): string {
  return QUOTED.exec(item)?.[1]?.replaceAll('""', '"') ?? item;
}

/** A name as it stands in a list: between quotation marks where it would be read as nothing, as several or as another. */
export function asItem(name: string): string {
  const [first, second, ...others] = itemsOf(`${name}; x`);
  const isAlone = first === cellText(name) && second === 'x' && others.length === 0;
  return isAlone && !name.startsWith('"') ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A list's items in a cell: separated by semicolon, bar or line break, not inside parentheses or quotation marks. */
export function itemsOf(cell: string): string[] {
  return splitOutside(cell, /[;|\n]/).flatMap(item => cellText(item) || []);
}

/** Splits at commas outside parentheses and quotation marks. */
export function atCommas(item: string): string[] {
  return splitOutside(item, /,/).flatMap(part => cellText(part) || []);
}

/** Marks hold an item where a separator, a parenthesis or the end follows; any other mark is a letter. */
const HELD = /\s*"(?:[^"]|"")+"(?=\s*(?:[;|\n,(]|$))/y;

function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let [depth, part] = [0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const piece = (part === '' && heldAt(text, at)) || text[at]!;
    if (piece === '(') depth += 1;
    if (piece === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(piece) && piece.length === 1) {
      parts.push(part);
      part = '';
    } else part += piece;
    at += piece.length - 1;
  }
  return [...parts, part];
}

/** What marks hold from here on, or nothing. */
function heldAt(text: string, at: number): string {
  HELD.lastIndex = at;
  return HELD.exec(text)?.[0] ?? '';
}
