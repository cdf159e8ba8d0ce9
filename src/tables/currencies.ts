import { currencyCode } from '../shared/values/exact-values.js';

/** Words and signs that people write for currencies, in small letters. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['kr', 'kr.', 'krona', 'kronor', 'skr', 'svenska kronor', 'swedish kronor', 'swedish krona', ':-', ',-'].map(
    word => [word, 'SEK'] as const,
  ),
  ...['€', 'euro', 'euros'].map(word => [word, 'EUR'] as const),
  ...['$', 'us$', 'dollar', 'dollars', 'us dollar', 'us dollars'].map(word => [word, 'USD'] as const),
  ...['£', 'pund', 'pound', 'pounds', 'brittiska pund'].map(word => [word, 'GBP'] as const),
  ['danska kronor', 'DKK'],
  ['norska kronor', 'NOK'],
]);

/** The ISO 4217 code of a currency by its code in any letters, its sign or a word for it; undefined for any other text. */
export function currencyOf(text: string): string | undefined {
  const word = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return WORDS.get(word) ?? currencyCode(word);
}
