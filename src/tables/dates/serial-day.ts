import { Temporal } from 'temporal-polyfill';
import type { Scanner } from './scanner.js';

/** Day 0 of spreadsheets: they count 29 February 1900, which never was, so that later days are right from here. */
const FIRST = Temporal.PlainDate.from('1899-12-30');

/** The serial days of 1990 to 2100; other numbers of five figures are no dates. */
const DAYS = { first: 32_874, last: 73_415 };

const SERIAL = /^(\d{5})(?:([.,])(\d{1,17}))?(?=\s*(?:$|[|;\n]|,\s))/;

/** Takes what a spreadsheet shows of a date in a cell without a date's format: 49355, or 49355.5 at noon. */
export function takeSerialDay(text: Scanner): Temporal.PlainDateTime | 'TWO_WAYS' | null {
  const found = SERIAL.exec(text.rest);
  if (!found || !isInReach(found[1]!)) return null;
  const [, days, sign, fraction = '0'] = found;
  // Two serial days with a comma between them, or one with its time.
  if (sign === ',' && fraction.length === 5 && isInReach(fraction)) return 'TWO_WAYS';
  text.take(SERIAL);
  const seconds = Math.round(Number(`0.${fraction}`) * 86_400);
  return FIRST.add({ days: Number(days) })
    .toPlainDateTime()
    .add({ seconds });
}

function isInReach(days: string): boolean {
  return Number(days) >= DAYS.first && Number(days) <= DAYS.last;
}
