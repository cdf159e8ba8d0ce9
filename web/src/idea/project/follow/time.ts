import { dayOf } from '../../../language/format';

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** A span of days, the last one included. */
export interface Span {
  startsOn: string;
  endsOn: string;
}

/** How much of the span lies before the day, 0 to 1. */
export function shareGone({ startsOn, endsOn }: Span, day: string): number {
  const share = daysBetween(startsOn, day) / (daysBetween(startsOn, endsOn) + 1);
  return Math.min(1, Math.max(0, share));
}

/** The first of January of each year within the span, and its own first day. */
export function yearsOf({ startsOn, endsOn }: Span): { year: string; on: string }[] {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index).padStart(4, '0');
    return { year, on: index === 0 ? startsOn : `${year}-01-01` };
  });
}

/** What a field takes of the days when something was reached: today, or back to the first day of a project that has begun. */
export function daysSoFar({ startsOn }: Span) {
  const today = dayOf(new Date());
  return { defaultValue: today, max: today, min: startsOn <= today ? startsOn : undefined };
}
