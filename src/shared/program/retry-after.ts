import { now } from '../time/clock.js';

/** The seconds that a Retry-After header asks for: seconds or a date (RFC 9110, 10.2.3); null without a readable one. */
export function retryAfter(value: string | null | undefined): number | null {
  if (value == null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - now().getTime()) / 1_000);
}
