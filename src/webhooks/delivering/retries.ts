const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How long a delivery is tried. */
const TRIED_FOR_MS = 24 * HOUR;

const SHORTEST_WAIT_MS = 5 * SECOND;
const LONGEST_WAIT_MS = HOUR;

/**
 * When to try again: each wait is as long as all the time before it, at least five seconds and at most an hour, or what
 * the receiver asks for up to that hour. The last attempt is made when 24 hours are over; null after it.
 */
export function nextAttemptAt(since: Date, at: Date, pauseSeconds: number | null): Date | null {
  const tried = at.getTime() - since.getTime();
  if (tried >= TRIED_FOR_MS) return null;
  const wait = Math.min(Math.max(tried, SHORTEST_WAIT_MS, (pauseSeconds ?? 0) * SECOND), LONGEST_WAIT_MS);
  return new Date(Math.min(at.getTime() + wait, since.getTime() + TRIED_FOR_MS));
}
