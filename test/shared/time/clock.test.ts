import { at, clockBehind, now, setClockBy } from '../../../src/shared/time/clock.js';

/** Another clock is read in the middle of the time that the reading takes. */
const read = (behind: number, takes: number) => {
  const sent = Date.now();
  setClockBy(sent + takes / 2 + behind, { sent, received: sent + takes });
};

afterEach(() => {
  for (let time = 0; time < 3; time += 1) read(0, 0.5);
});

it('is left alone while it may be right', () => {
  for (const takes of [0, 1, 1_000]) read(0, takes);
  expect(clockBehind()).toBe(0);
});

it('follows the other one, the closer the quicker that is read', () => {
  read(60_000, 400);
  expect(Math.abs(clockBehind() - 60_000)).toBeLessThanOrEqual(201);
  read(60_000, 2);
  expect(Math.abs(clockBehind() - 60_000)).toBeLessThanOrEqual(2);
  const before = clockBehind();
  read(60_000, 5_000);
  expect(clockBehind()).toBe(before);
  expect(now().getTime() - Date.now()).toBeGreaterThan(59_000);
  read(-60_000, 0);
  expect(Math.abs(clockBehind() + 60_000)).toBeLessThanOrEqual(1);
});

it('is another one altogether inside a moment that is set', () => {
  read(60_000, 0);
  expect(at(new Date(7), () => now().getTime())).toBe(7);
});
