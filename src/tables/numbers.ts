import Big from 'big.js';
import type { Bilingual } from '../shared/text/wording.js';

/** A number read from a cell, or what is wrong with it. */
export type CellNumber = { number: string } | { problem: Bilingual };

/** Characters of the longest number with its unit. */
export const LONGEST_NUMBER = 60;

export const NO_NUMBER: Bilingual = {
  sv: 'är inget tal. Skriv till exempel 75 354 267 eller 1250000,50.',
  en: 'is not a number. Write for instance 75 354 267 or 1250000.50.',
};

const AMBIGUOUS: Bilingual = {
  sv: 'kan läsas på två sätt. Skriv tusental med mellanslag eller utan tecken.',
  en: 'can be read in two ways. Write thousands with spaces or without a sign.',
};

/**
 * A number as spreadsheets of either language write it: spaces of any kind between thousands, comma or point before
 * decimals. "75,354" can be read in two ways and is refused.
 */
export function cellNumber(cell: string): CellNumber {
  if (cell.length > LONGEST_NUMBER || !isSpacedRight(cell)) return { problem: NO_NUMBER };
  const digits = cell.replace(/[\s'’]/g, '').replace(/[\u2212\u2013]/g, '-');
  if (/^\d{1,15}$/.test(digits)) return { number: digits };
  if (/^\d{1,15}[.,](?:\d{1,2}|\d{4,20})$/.test(digits)) return { number: digits.replace(',', '.') };
  if (/^0[.,]\d{3}$/.test(digits)) return { number: digits.replace(',', '.') };
  const grouped = groupedNumber(digits);
  if (grouped) return { number: grouped };
  return { problem: /^\d{1,3}[.,]\d{3}$/.test(digits) ? AMBIGUOUS : NO_NUMBER };
}

/** Spaces stand between thousands and nowhere else: "500 000" is a number, "5 10" and "2035 12" are two. */
function isSpacedRight(cell: string): boolean {
  return !/\d[\s'’]/.test(cell.trim()) || /^\D?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/.test(cell.trim());
}

/** "75,354,267", "75.354.267" and either with decimals after the other sign. */
function groupedNumber(digits: string): string | undefined {
  const english = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;
  const continental = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/;
  if (digits.length > 20) return undefined;
  if (english.test(digits) && /,.*,|\./.test(digits)) return digits.replaceAll(',', '');
  if (continental.test(digits) && /\..*\.|,/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  return undefined;
}

/** A share in percent: "40%", "40 %", "40" and "0.4" are all 40. */
export function cellPercent(cell: string): { number: CellNumber; assumed: boolean } {
  const withSign = cell.endsWith('%');
  const number = cellNumber(withSign ? cell.slice(0, -1).trim() : cell);
  if ('problem' in number || withSign || Big(number.number).gt(1)) return { number, assumed: false };
  return { number: { number: Big(number.number).times(100).toString() }, assumed: true };
}
