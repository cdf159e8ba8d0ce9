const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Attempts of which nobody knows how they ended: after so many the mail counts as sent, so that none comes a third time. */
export const MOST_UNANSWERED = 2;

/** So many mails in a row that the address refuses end it. */
export const MOST_REFUSALS = 3;

/** A full mailbox has half a day to be emptied. */
const AFTER_REFUSAL_MS = 12 * HOUR_MS;

/** When a mail is tried again that could not be sent the nth time: after a minute, then twice as long each time up to an hour. */
export function retryAt(attempts: number, at: Date): Date {
  return new Date(at.getTime() + Math.min(MINUTE_MS * 2 ** Math.min(attempts - 1, 10), HOUR_MS));
}

export function afterRefusal(at: Date): Date {
  return new Date(at.getTime() + AFTER_REFUSAL_MS);
}
