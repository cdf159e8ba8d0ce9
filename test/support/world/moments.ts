const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** The moment that the world is seen from. */
export const MOMENT = new Date('2026-11-24T12:00:00.000Z');

/** A moment so many days (and milliseconds) from then, negative before it, as a row has it. */
export function days(count: number, milliseconds = 0): string {
  return new Date(MOMENT.getTime() + count * DAY + milliseconds).toISOString();
}

/** A day, YYYY-MM-DD. */
export function day(count: number): string {
  return days(count).slice(0, 10);
}
