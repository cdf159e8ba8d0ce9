import { dayOf } from '../../language/format';

/** A calendar month, YYYY-MM. */
export type Month = string;

/** The month of today, in Swedish time. */
export function thisMonth(): Month {
  return dayOf(new Date()).slice(0, 7);
}

/** The month so many months away. */
export function monthAway(month: Month, away: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + away, 1)).toISOString().slice(0, 7);
}

/** Whether the address gave a month. */
export function isMonth(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}

const DAY = 24 * 60 * 60 * 1000;

/** The month's weeks from Monday to Sunday; days of other months are null. */
export function weeksOf(month: Month): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const days = Array.from({ length: 42 }, (_, index) => new Date(start + index * DAY).toISOString().slice(0, 10));
  const shown = days.map(day => (day.startsWith(month) ? day : null));
  return Array.from({ length: 6 }, (_, week) => shown.slice(week * 7, week * 7 + 7)).filter(week => week.some(Boolean));
}
