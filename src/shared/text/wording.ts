import type { Localized } from './localized-text.js';

/** A text that somebody has written in both languages. */
export interface Bilingual extends Localized {
  readonly sv: string;
  readonly en: string;
}

/** The singular and plural of something that is counted. */
export interface Counted {
  readonly one: Bilingual;
  readonly many: Bilingual;
}

/** "3 partner" and "3 partners". */
export function counted(count: number, words: Counted): Bilingual {
  const { sv, en } = count === 1 ? words.one : words.many;
  return { sv: `${count} ${sv}`, en: `${count} ${en}` };
}

/** "a, b och c" and "a, b and c"; an item without English keeps its Swedish. */
export function listed(items: readonly Localized[]): Bilingual {
  return inLists(items, 'conjunction');
}

/** "a, b eller c" and "a, b or c". */
export function alternatives(items: readonly Localized[]): Bilingual {
  return inLists(items, 'disjunction');
}

/** Made once: making one takes longer than a hundred uses of it. */
const LISTS = {
  conjunction: {
    sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
    en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  },
  disjunction: {
    sv: new Intl.ListFormat('sv', { type: 'disjunction' }),
    en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  },
} as const;

function inLists(items: readonly Localized[], type: keyof typeof LISTS): Bilingual {
  return {
    sv: LISTS[type].sv.format(items.map(item => item.sv)),
    en: LISTS[type].en.format(items.map(item => item.en || item.sv)),
  };
}

/** Puts texts one after the other in both languages. */
export function joined(texts: readonly Localized[], between: string): Bilingual {
  return { sv: texts.map(text => text.sv).join(between), en: texts.map(text => text.en || text.sv).join(between) };
}

/** A text between the quotation marks of each language. */
export function inQuotes(text: string): Bilingual {
  return { sv: `”${text}”`, en: `"${text}"` };
}

/** A text that is the same in both languages: a code, a number, a name. */
export function alikeInBoth(text: string): Bilingual {
  return { sv: text, en: text };
}
