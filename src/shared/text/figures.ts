import type { Amount } from '../money.js';
import { type Instant, millisOf } from '../time/instant.js';
import { SWEDEN } from '../time/local-time.js';
import { type Bilingual, joined } from './wording.js';

// Amounts and shares as the pages write them, so that a message and the figure beside it are told alike; days in full, as in any sentence.

interface InBoth<T> {
  readonly sv: T;
  readonly en: T;
}

/** Formats are made once each: making one takes longer than a hundred uses of it. */
function formats<T>(make: (tag: string) => T): InBoth<T> {
  return { sv: make('sv-SE'), en: make('en-GB') };
}

const amounts = new Map<string, InBoth<Intl.NumberFormat>>();

function amountsIn(currency: string): InBoth<Intl.NumberFormat> {
  const known = amounts.get(currency);
  if (known) return known;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' } as const;
  const made = formats(tag => new Intl.NumberFormat(tag, { style: 'currency', currency, ...digits }));
  amounts.set(currency, made);
  return made;
}

/** "1 250 000 kr" and "SEK 1,250,000", written from the exact decimals and never through a float. */
export function moneyText({ amount, currency }: Amount): Bilingual {
  // Number formats take decimal strings exactly (ECMA-402, Intl.NumberFormat v3).
  const exact = amount as `${number}`;
  const { sv, en } = amountsIn(currency);
  return { sv: sv.format(exact), en: en.format(exact) };
}

const NUMBERS = formats(tag => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
const PERCENTS = formats(tag => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));

/** "4,5" and "4.5". */
export function numberText(value: number): Bilingual {
  return { sv: NUMBERS.sv.format(value), en: NUMBERS.en.format(value) };
}

/** "40 %" and "40%". */
export function percentText(share: number): Bilingual {
  return { sv: PERCENTS.sv.format(share), en: PERCENTS.en.format(share) };
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const DAYS = formats(tag => new Intl.DateTimeFormat(tag, { ...DAY, timeZone: 'UTC' }));
const SWEDISH_DAYS = formats(tag => new Intl.DateTimeFormat(tag, { ...DAY, timeZone: SWEDEN }));
const MOMENTS = formats(
  tag => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: SWEDEN }),
);

function dated({ sv, en }: InBoth<Intl.DateTimeFormat>, instant: Instant): Bilingual {
  const moment = millisOf(instant);
  return { sv: sv.format(moment), en: en.format(moment) };
}

/** A day of a plan, which has no hours: "3 december 2026" and "3 December 2026". */
export function dayText(day: Instant): Bilingual {
  return dated(DAYS, day);
}

/** The first day and the last. */
export function daysText(first: Instant, last: Instant): Bilingual {
  return joined([dayText(first), dayText(last)], ' – ');
}

/** The Swedish day of an instant. */
export function swedishDayText(instant: Instant): Bilingual {
  return dated(SWEDISH_DAYS, instant);
}

/** An instant in Swedish time, in which deadlines are told: "3 december 2026 kl. 17:00" and "3 December 2026 at 17:00 Swedish time". */
export function momentText(instant: Instant): Bilingual {
  const { sv, en } = dated(MOMENTS, instant);
  return { sv, en: `${en} Swedish time` };
}
