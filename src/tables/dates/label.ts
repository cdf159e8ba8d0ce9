import { monthOf, weekdayOf } from './date-words.js';
import { takeDay } from './day.js';
import { Scanner } from './scanner.js';

/** What ends a date whatever follows, and what ends it only where another date follows. */
const HARD = /[|;\n]/;
const SOFT = /\s*,\s*|\s+(?:och|and|samt|&|\+)\s+/giu;
const NEXT = /^\s*(?:[|;\n]|,|(?:och|and|samt|&|\+)(?=\s))[\s|;]*/iu;

/** "Skiss", "– Skiss", ": Skiss" or "(Skiss)": a label begins with a letter, and something stands before it. */
const BEGINS = /^(?:\s|\s?[:,–—-])\s?(?=\p{L})|^\s?(?=\(\p{L}[^()]*\)$)/u;

/** A label that holds one of these is a part of the date that we would lose. */
const MOMENT = new RegExp(
  [
    String.raw`\d[:.]\d{2}[:.]\d|\d:\d{2}(?!\d)`,
    String.raw`\d{4}-\d{1,2}-\d|\d{1,2}[/.]\d{1,2}[/.-]\d{2}|(?<!\d)\d{1,2}/\d{1,2}(?![\d/])`,
    String.raw`\bkl(?:ockan)?\.?\s?\d|\b\d{1,2}\s?(?:[ap]\.?m\b|h\b)|[+\u2212-]\d{2}:?\d{2}(?!\d)`,
    String.raw`\b(?:noon|midnight|midnatt)\b`,
  ].join('|'),
  'iu',
);
const JOINS =
  /^(?:och|and|samt|eller|or|till|to|until|through|from|från|fram|before|före|efter|after|by|at|kl|klockan|senast|[ap]m)(?!\p{L})/iu;
const ZONE = /^(?:UTC|GMT|W?EE?S?T|CES?T|BST|IST|MSK|[ECMP][SD]T|AK[SD]T|HST|A[CEW]?[SD]T|JST|Z)(?![\p{L}\d])/u;

/** What could have been meant as a time or a zone, and is not surely either. */
const RESEMBLING = /\b\d{1,2}\.\d{2}\b|\b[A-Z]{2,4}T\b|\b(?:UTC|GMT|AM|PM|EOD|COB)\b/;
const TIME_WORDS: ReadonlySet<string> = new Set(
  ['time', 'tid', 'timmar', 'hours', 'lunch', 'morning', 'evening', 'afternoon', 'morgon', 'kväll'].concat([
    'dag',
    'day',
    'vecka',
    'week',
    'löpande',
    'continuous',
    'ongoing',
    'vidare',
  ]),
);

export type Label = { readonly label: string; readonly resembles: boolean };

/** Takes what separates a date from the next one; false where nothing does. */
export function takeSeparator(text: Scanner): boolean {
  const found = NEXT.exec(text.rest);
  if (!found) return false;
  const isHard = HARD.test(found[0]) || found[0].length === text.rest.length;
  if (!isHard && !beginsDay(text.rest.slice(found[0].length))) return false;
  text.take(NEXT);
  return true;
}

/** A label between quotation marks is any text; a mark inside it is doubled. */
const QUOTED = /^\s"((?:[^"]|"")+)"/;

/** Takes the label that follows a date or its time: what can't be one is a rest that nobody has read. */
export function takeLabel(text: Scanner): Label | { rest: string } | null {
  const quoted = text.take(QUOTED);
  if (quoted) {
    const label = quoted[1]!.replaceAll('""', '"').trim();
    return { label, resembles: isRest(label) || resemblesDate(label) };
  }
  const written = labelIn(text.rest);
  if (written === '') return null;
  const label = written
    .replace(BEGINS, '')
    .replace(/^\((.*)\)$/u, '$1')
    .trim();
  if (!BEGINS.test(written) || isRest(label)) return { rest: written.trim() };
  text.skip(written.length);
  return { label, resembles: resemblesDate(label) };
}

function resemblesDate(label: string): boolean {
  if (RESEMBLING.test(label) || ZONE.test(label.toUpperCase())) return true;
  const words = label.match(/\p{L}+/gu) ?? [];
  return words.some(word => TIME_WORDS.has(word.toLowerCase()) || (monthOf(word) ?? weekdayOf(word)) !== undefined);
}

function isRest(label: string): boolean {
  return MOMENT.test(label) || JOINS.test(label) || ZONE.test(label) || namesDay(label);
}

/** As far as the label goes: to a bar, semicolon or line break, or to a comma or "och" before the next date. */
function labelIn(text: string): string {
  const part = text.split(HARD, 1)[0]!;
  const end = [...part.matchAll(SOFT)].find(found => beginsDay(part.slice(found.index + found[0].length)));
  return (end ? part.slice(0, end.index) : part).trimEnd();
}

function beginsDay(text: string): boolean {
  return takeDay(new Scanner(text)) !== null;
}

/** "1 mars" and "March 1", without a year. */
function namesDay(label: string): boolean {
  const found = [...label.matchAll(/(?:\d{1,2}\.?\s?(?<after>\p{L}+))|(?:(?<before>\p{L}+)\.?\s\d{1,2}(?!\d))/giu)];
  return found.some(({ groups }) => monthOf(groups!['after'] ?? groups!['before'] ?? '') !== undefined);
}
