import { badInput } from '../../reading/bad-input.js';
import { describedEnum } from '../../shared/described-enum.js';

export const Interval = describedEnum('Interval', 'The length of the steps of a history.', {
  WEEK: 'Monday to Sunday (ISO 8601).',
  MONTH: 'A calendar month.',
  QUARTER: 'Three calendar months, from January, April, July or October.',
  YEAR: 'A calendar year.',
});
export type Interval = keyof typeof Interval;

/** More would be neither read nor drawn: fifty years by month, eleven by week. */
export const MOST_STEPS = 600;

const DAY = 24 * 60 * 60 * 1000;

/** The last day of each interval that touches the days from `from` to `to`, both included, and of the last one `to`. */
export function lastDays(from: string, to: string, interval: Interval): string[] {
  if (from > to) throw badInput('from must not be after to.');
  const days: string[] = [];
  const end = Date.parse(to);
  for (let first = Date.parse(from); first <= end;) {
    if (days.length === MOST_STEPS)
      throw badInput(`A history has at most ${MOST_STEPS} steps. Choose longer ones, or fewer years.`);
    const last = Math.min(end, lastDayOf(interval, new Date(first)));
    days.push(new Date(last).toISOString().slice(0, 10));
    first = last + DAY;
  }
  return days;
}

function lastDayOf(interval: Interval, day: Date): number {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  switch (interval) {
    case 'WEEK':
      return day.getTime() + ((7 - day.getUTCDay()) % 7) * DAY;
    case 'MONTH':
      return Date.UTC(year, month + 1, 0);
    case 'QUARTER':
      return Date.UTC(year, month - (month % 3) + 3, 0);
    case 'YEAR':
      return Date.UTC(year, 12, 0);
  }
}
