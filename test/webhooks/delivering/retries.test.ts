import { nextAttemptAt } from '../../../src/webhooks/delivering/retries.js';

const START = new Date('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const after = (ms: number) => new Date(START.getTime() + ms);

/** When a delivery is tried that is never accepted. */
function attempts(pauseSeconds: number | null = null): number[] {
  const times: number[] = [];
  for (let at: Date | null = START; at; at = nextAttemptAt(START, at, pauseSeconds))
    times.push(at.getTime() - START.getTime());
  return times;
}

it('tries at once, after five seconds, then waits twice as long each time, up to an hour', () => {
  expect(attempts().slice(0, 6)).toEqual([0, 5_000, 10_000, 20_000, 40_000, 80_000]);
  const waits = attempts().map((at, index, all) => at - (all[index - 1] ?? 0));
  expect(Math.max(...waits)).toBe(HOUR);
});

it('tries a last time when 24 hours are over', () => {
  expect(attempts().at(-1)).toBe(24 * HOUR);
  expect(attempts().length).toBeLessThan(40);
});

it('waits as long as the receiver asks, up to an hour, and never less than it would by itself', () => {
  expect(nextAttemptAt(START, START, 120)).toEqual(after(2 * MINUTE));
  expect(nextAttemptAt(START, START, 1)).toEqual(after(5_000));
  expect(nextAttemptAt(START, START, 86_400)).toEqual(after(HOUR));
  expect(attempts(86_400).at(-1)).toBe(24 * HOUR);
});
