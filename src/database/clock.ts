import { setClockBy } from '../shared/time/clock.js';

/** The database's clock, in milliseconds. */
export const CLOCK = 'extract(epoch from clock_timestamp())::float8 * 1000';

/** Asks what tells CLOCK, and sets our clock by it: the database's is the one that all copies share. */
export async function byClock<T extends { clock: number } | undefined>(ask: () => Promise<T>): Promise<T> {
  const sent = Date.now();
  const answer = await ask();
  if (answer) setClockBy(answer.clock, { sent, received: Date.now() });
  return answer;
}
