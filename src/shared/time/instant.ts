/**
 * A moment or a day: a Date as entities hold it, or text as JSON carries it, which is ISO 8601 with its offset
 * ("2026-11-24T16:00:00+00:00") or a day ("2027-01-01").
 */
export type Instant = Date | string;

/** The years, by UTC, that moments and days are accepted from: anything else is a slip of the pen. */
export const YEARS = { first: 1900, last: 2200 } as const;

/** Whether a moment or a day lies in a year that is accepted. */
export function isInReach(instant: Instant): boolean {
  const year = new Date(instant).getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last;
}

/** The milliseconds since 1970, so that instants of either form can be compared. */
export function millisOf(instant: Instant): number {
  const millis = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(millis)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return millis;
}

/** The day in UTC that the instant falls on: "2026-11-24". */
export function dayOf(instant: Instant): string {
  return new Date(millisOf(instant)).toISOString().slice(0, 10);
}
