import { Temporal } from 'temporal-polyfill';
import { monthOf, weekdayOf } from './date-words.js';
import type { Scanner } from './scanner.js';

/** Why a day that is written could not be taken. */
export type DayFault = 'NO_SUCH_DAY' | 'TWO_WAYS' | 'WRONG_WEEKDAY';

type Written = Record<'year' | 'month' | 'day', number>;

/** A year of four figures or two, and not the hour of a time. */
const YEAR = String.raw`(?<year>\d{4}|['’]?\d{2})(?![\d:]|[.,]\d|\s?(?:h|[ap]\.?m)\b)`;

const YEAR_FIRST = /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/;
const EIGHT_FIGURES = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/;
/** 15/2/2035, 15.2.35, 15-02-2035, 15/2 2035, 15/2-35. */
const DAY_FIRST = new RegExp(
  String.raw`^(?<day>\d{1,2})(?<sign>[-/.])\s?(?<month>\d{1,2})(?:\s?(?<second>[-/.])\s?|\s(?=\d{4}))${YEAR}`,
);
/** 15 februari 2035, den 15:e feb. 2035, 15th of February 2035, 15-Feb-35. */
const NAMED = new RegExp(
  String.raw`^(?:(?:den|the)\s)?(?<day>\d{1,2})(?::[ae]|st|nd|rd|th)?\.?[\s/-]*(?:of\s)?(?<name>\p{L}{3,9})\.?,?[\s/-]*${YEAR}`,
  'iu',
);
/** February 15, 2035. */
const NAME_FIRST = /^(?<name>\p{L}{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4})(?!\d)/iu;

/** Takes a day from the text, with its weekday if that stands before it; null where the text begins with no day. */
export function takeDay(text: Scanner): Temporal.PlainDate | DayFault | null {
  const weekday = weekdayOf(/^\p{L}{3,9}/u.exec(text.rest)?.[0] ?? '');
  if (weekday !== undefined) text.take(/^\p{L}+[.,]*\s?/u);
  const written = takeNumbered(text) ?? takeNamed(text);
  if (written === null || written === 'TWO_WAYS') return written;
  const day = dayOf(written);
  if (!day) return 'NO_SUCH_DAY';
  return weekday !== undefined && day.dayOfWeek !== weekday ? 'WRONG_WEEKDAY' : day;
}

function takeNumbered(text: Scanner): Written | 'TWO_WAYS' | null {
  const found = text.take(YEAR_FIRST) ?? text.take(EIGHT_FIGURES) ?? text.take(DAY_FIRST);
  if (!found) return null;
  const { day = '', month = '', year = '', sign, second } = found.groups!;
  const written = { day: Number(day), month: Number(month), year: yearOf(year) };
  // 27-02-15 is 27 February 2015, or what Swedes have written for 15 February 2027.
  if (year.length !== 2 || sign !== '-' || second !== '-') return written;
  const turned = { day: Number(year), month: Number(month), year: yearOf(day) };
  if (!dayOf(turned)) return written;
  return dayOf(written) ? 'TWO_WAYS' : turned;
}

function takeNamed(text: Scanner): Written | null {
  const form = [NAMED, NAME_FIRST].find(each => monthOf(each.exec(text.rest)?.groups?.['name'] ?? ''));
  if (!form) return null;
  const { day, name = '', year = '' } = text.take(form)!.groups!;
  return { day: Number(day), month: monthOf(name)!, year: yearOf(year) };
}

function yearOf(figures: string): number {
  const year = figures.replace(/\D/, '');
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function dayOf(written: Written): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' });
  } catch {
    return null;
  }
}
