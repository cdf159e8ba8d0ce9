import { dayOf } from '../language/format';
import { fromSwedish } from '../language/swedish-time';

const DAY = 24 * 60 * 60 * 1000;
/** A day less than a year: the service counts its year from the moment of the change. */
const A_YEAR = 364;

/** The Swedish day so many days from now. */
export const dayAhead = (days: number): string => dayOf(new Date(Date.now() + days * DAY));

/** The last day that a key is proposed to work. */
export const inAYear = (): string => dayAhead(A_YEAR);

/** The last day that a feed token can work: a year ahead, or with the key that makes it. */
export function lastDayOf(key: { expiresAt?: string | null | undefined }): string {
  const end = key.expiresAt ? dayOf(key.expiresAt) : inAYear();
  return end < inAYear() ? end : inAYear();
}

/** The end of a Swedish day. */
export const endOf = (day: string): string => fromSwedish(`${day}T23:59`);
