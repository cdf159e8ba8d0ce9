import { useMemo } from 'react';
import { useLanguage, type Language } from './language';

/** An exact amount as the service gives it. */
export interface Amount {
  amount: string;
  currency: string;
}

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
  percent: (share: number) => string;
  money: (money: Amount) => string;
  bigMoney: (money: Amount) => string;
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
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  // Intl formats a decimal string exactly; the cast is for a type that still only knows numbers.
  const money = (options: Intl.NumberFormatOptions) => (value: Amount) =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: value.currency,
      maximumFractionDigits: 0,
      ...options,
    }).format(value.amount as unknown as number);
  return {
    date: dates({ dateStyle: 'long' }),
    shortDate: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: dates({ dateStyle: 'medium', timeStyle: 'short' }),
    month: dates({ month: 'short', year: 'numeric' }),
    longMonth: dates({ month: 'long', year: 'numeric' }),
    dayInMonth: dates({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: dates({ weekday: 'short' }),
    number: value => numbers.format(value),
    percent: share => percents.format(share),
    money: money({}),
    bigMoney: money({ notation: 'compact', maximumFractionDigits: 1 }),
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
