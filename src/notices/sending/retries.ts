import { HOUR_MS, MINUTE_MS } from '../../shared/time/lengths.js';

/** Attempts of which nobody knows how they ended: after so many the mail counts as sent, so that none comes a third time. */
export const MOST_UNANSWERED = 2;

/** So many mails in a row that the address refuses end it. */
export const MOST_REFUSALS = 3;

/** A full mailbox has half a day to be emptied. */
const AFTER_REFUSAL_MS = 12 * HOUR_MS;

/** Days on which a mail is tried that no server takes; then the mails end, since nobody can be told anything. */
export const MOST_DAYS = 14;

/** The attempts of the first day: after a minute, then twice as long each time up to an hour. */
const FIRST_DAY = 29;
/** Later ones come every six hours. */
const LATER_MS = 6 * HOUR_MS;
const MOST_ATTEMPTS = FIRST_DAY + (MOST_DAYS - 1) * 4;

/** When a mail is tried again that could not be sent the nth time; null where it is given up. */
export function retryAt(attempts: number, at: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const wait = attempts < FIRST_DAY ? Math.min(MINUTE_MS * 2 ** Math.min(attempts - 1, 10), HOUR_MS) : LATER_MS;
  return new Date(at.getTime() + wait);
}

export function afterRefusal(at: Date): Date {
  return new Date(at.getTime() + AFTER_REFUSAL_MS);
}
