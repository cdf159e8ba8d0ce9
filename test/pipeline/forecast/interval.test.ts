import 'reflect-metadata';
import { Interval, lastDays, MOST_STEPS } from '../../../src/pipeline/forecast/interval.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import * as fc from '../../support/properties.js';

describe('the steps of a history', () => {
  it.each<[string, string, Interval, string[]]>([
    ['2026-01-15', '2026-03-10', 'MONTH', ['2026-01-31', '2026-02-28', '2026-03-10']],
    ['2028-02-01', '2028-02-29', 'MONTH', ['2028-02-29']],
    ['2026-11-24', '2026-12-07', 'WEEK', ['2026-11-29', '2026-12-06', '2026-12-07']],
    ['2026-11-29', '2026-11-30', 'WEEK', ['2026-11-29', '2026-11-30']],
    ['2026-02-01', '2026-07-01', 'QUARTER', ['2026-03-31', '2026-06-30', '2026-07-01']],
    ['2024-12-31', '2026-12-31', 'YEAR', ['2024-12-31', '2025-12-31', '2026-12-31']],
    ['2026-05-05', '2026-05-05', 'YEAR', ['2026-05-05']],
  ])('from %s to %s by %s end on %j', (from, to, interval, days) => {
    expect(lastDays(from, to, interval)).toEqual(days);
  });

  it('rise, end with the last day, and leave no day out', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map(nth => Date.UTC(2020, 0, 1) + nth * 86_400_000);
    const text = (at: number) => new Date(at).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, fc.constantFrom(...wordsOf(Interval)), (one, other, interval) => {
        const [from, to] = [text(Math.min(one, other)), text(Math.max(one, other))];
        const days = lastDays(from, to, interval);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.at(-1)).toBe(to);
        expect(days[0]! >= from).toBe(true);
      }),
    );
  });

  it(`are at most ${MOST_STEPS}, and never backwards`, () => {
    expect(lastDays('2000-01-01', '2049-12-31', 'MONTH')).toHaveLength(600);
    expect(() => lastDays('2000-01-01', '2050-01-01', 'MONTH')).toThrow('at most 600 steps');
    expect(() => lastDays('0001-01-01', '9999-12-31', 'WEEK')).toThrow('at most 600 steps');
    expect(() => lastDays('2026-01-02', '2026-01-01', 'DAY' as Interval)).toThrow('from must not be after to');
  });
});
