import { useMemo } from 'react';
import { useLanguage, type Language } from './language';
import { makeMoney, type Amount } from './money-format';

export type { Amount };

const DAY = 24 * 60 * 60 * 1000;
/** Deadlines are told in Swedish time wherever the reader is. */
const ZONE = 'Europe/Stockholm';
const TAGS = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Writes numbers, money and moments the way the language does. */
export interface Format {
  date: (moment: string) => string;
  shortDate: (moment: string) => string;
  moment: (moment: string) => string;
  month: (day: string) => string;
  longMonth: (day: string) => string;
  dayInMonth: (day: string) => string;
  weekday: (day: string) => string;
  number: (value: number) => string;
  /** An exact decimal, with all its digits. */
  decimal: (value: string) => string;
  percent: (share: number) => string;
  money: (money: Amount) => string;
  bigMoney: (money: Amount) => string;
  /** Two amounts in one currency, from the smaller to the larger. */
  span: (least: Amount, most: Amount) => string;
  bigSpan: (least: Amount, most: Amount) => string;
  country: (code: string) => string;
  list: (words: readonly string[]) => string;
}

function makeFormat(language: Language): Format {
  const tag = TAGS[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const ofMoments = new Intl.DateTimeFormat(tag, { ...options, timeZone: ZONE });
    const ofDays = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (moment: string) => (moment.length === 10 ? ofDays : ofMoments).format(new Date(moment));
  };
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const decimals = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  return {
    date: dates({ dateStyle: 'long' }),
    shortDate: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: dates({ dateStyle: 'medium', timeStyle: 'short' }),
    month: dates({ month: 'short', year: 'numeric' }),
    longMonth: dates({ month: 'long', year: 'numeric' }),
    dayInMonth: dates({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: dates({ weekday: 'short' }),
    number: value => numbers.format(value),
    decimal: value => decimals.format(value as unknown as number),
    percent: share => percents.format(share),
    ...makeMoney(tag),
    country: code => countries.of(code) ?? code,
    list: words => lists.format(words),
  };
}

const made: Partial<Record<Language, Format>> = {};

/** The format of the page's language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => (made[language] ??= makeFormat(language)), [language]);
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The Swedish calendar day of a moment, YYYY-MM-DD. */
export function dayOf(moment: string | Date): string {
  return days.format(new Date(moment));
}

/** Whole days from now until the moment; negative once it has passed. */
export function daysUntil(moment: string): number {
  return Math.floor((Date.parse(moment) - Date.now()) / DAY);
}
