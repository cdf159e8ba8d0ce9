import Big from 'big.js';
import type { Bilingual } from '../../shared/wording.js';

/** A number read from a cell, or what is wrong with it. */
export type CellNumber = { number: string } | { told: Bilingual };

/** Characters of the longest number with its currency. */
const LONGEST_NUMBER = 60;

const NO_NUMBER: Bilingual = {
  sv: 'är inget tal. Skriv till exempel 75 354 267 eller 1250000,50.',
  en: 'is not a number. Write for instance 75 354 267 or 1250000.50.',
};

/**
 * A number as spreadsheets of either language write it: spaces of any kind between thousands, comma or point before
 * decimals. "75,354" can be read in two ways and is refused.
 */
export function cellNumber(cell: string): CellNumber {
  if (cell.length > LONGEST_NUMBER) return { told: NO_NUMBER };
  const digits = cell.replace(/[\s'’]/g, '').replace(/[\u2212\u2013]/g, '-');
  if (/^\d{1,15}$/.test(digits)) return { number: digits };
  if (/^\d{1,15}[.,](?:\d{1,2}|\d{4,6})$/.test(digits)) return { number: digits.replace(',', '.') };
  if (/^0[.,]\d{3}$/.test(digits)) return { number: digits.replace(',', '.') };
  const grouped = groupedNumber(digits);
  if (grouped) return { number: grouped };
  return { told: /^\d{1,3}[.,]\d{3}$/.test(digits) ? AMBIGUOUS : NO_NUMBER };
}

const AMBIGUOUS: Bilingual = {
  sv: 'kan läsas på två sätt. Skriv tusental med mellanslag eller utan tecken.',
  en: 'can be read in two ways. Write thousands with spaces or without a sign.',
};

/** "75,354,267", "75.354.267" and either with decimals after the other sign. */
function groupedNumber(digits: string): string | undefined {
  const english = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;
  const continental = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/;
  if (digits.length > 20) return undefined;
  if (english.test(digits) && /,.*,|\./.test(digits)) return digits.replaceAll(',', '');
  if (continental.test(digits) && /\..*\.|,/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  return undefined;
}

/** Words and signs for currencies that people write beside an amount. */
const CURRENCY_WORDS = new Map(
  Object.entries({
    kr: 'SEK',
    kronor: 'SEK',
    ':-': 'SEK',
    '€': 'EUR',
    euro: 'EUR',
    $: 'USD',
  }),
);

/** An amount with the currency that stands beside it, if any: "75 354 267 kr", "EUR 5,000,000". */
export function cellAmount(cell: string): { number: CellNumber; currency: string | undefined } {
  if (cell.length > LONGEST_NUMBER) return { number: { told: NO_NUMBER }, currency: undefined };
  const beside = /^([A-Za-z]{2,6}|[€$])?\s*([\d][\d\s.,'’]*?)\s*([A-Za-z]{2,6}|[€$]|:-)?$/.exec(cell.trim());
  if (!beside) return { number: cellNumber(cell), currency: undefined };
  const word = beside[1] ?? beside[3];
  const currency = word === undefined ? undefined : (CURRENCY_WORDS.get(word.toLowerCase()) ?? word.toUpperCase());
  return { number: cellNumber(beside[2]!), currency };
}

/** A share in percent: "40%", "40 %", "40" and "0.4" are all 40. */
export function cellPercent(cell: string): { number: CellNumber; assumed: boolean } {
  const withSign = cell.trim().endsWith('%');
  const number = cellNumber(withSign ? cell.trim().slice(0, -1) : cell);
  if ('told' in number || withSign || Big(number.number).gt(1)) return { number, assumed: false };
  return { number: { number: Big(number.number).times(100).toString() }, assumed: true };
}
