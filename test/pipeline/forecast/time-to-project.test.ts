import { FORECAST_PRIOR, type Step, STEPS } from '../../../src/pipeline/forecast/forecast-facts.js';
import {
  DAYS_IN_MONTH,
  inTime,
  medianDays,
  type MonthsInStage,
  monthsInStage,
} from '../../../src/pipeline/forecast/time-to-project.js';

const months = (...counts: number[]) => counts.map(count => count * DAYS_IN_MONTH);

/** Stays so often seen that the prior hardly counts. */
const often = (days: readonly number[]) => Array.from({ length: 20_000 }, () => days).flat();

function chances(days: readonly number[], prior = FORECAST_PRIOR) {
  const stays = STEPS.map(from => [from, monthsInStage({ from, advanced: 0, ended: 0, days: often(days) }, prior)]);
  return inTime(Object.fromEntries(stays) as Record<Step, MonthsInStage>);
}

describe('the time to become a project', () => {
  it('is judged by the days already stood: those who left early are out of the question', () => {
    // Half stay two months, half eighty.
    const stood = chances(months(2, 80)).FUNDING_APPLICATION;
    expect(stood[0]).toBeCloseTo(0.5, 2);
    expect(stood[2]).toBeCloseTo(0.5, 2);
    expect(stood[3]).toBeCloseTo(0, 2);
    expect(stood[12]).toBeCloseTo(0, 2);
    expect(stood[30]).toBeCloseTo(1, 2);
  });

  it('is not to be had for one that has stood longer than any', () => {
    const stood = chances(months(2), { ...FORECAST_PRIOR, weight: 0 }).FUNDING_APPLICATION;
    expect([...stood.slice(0, 4)]).toEqual([1, 1, 1, 0]);
  });

  it('adds up the stages ahead', () => {
    // Each stage takes ten months or thirty, as often the one as the other: sixty are enough for two, and for three with one slow at most.
    const fresh = chances(months(10, 30));
    expect(fresh.FUNDING_APPLICATION[0]).toBeCloseTo(1, 2);
    expect(fresh.CONSORTIUM[0]).toBeCloseTo(1, 2);
    expect(fresh.CONCEPT[0]).toBeCloseTo(0.5, 2);
  });

  it('is at hand in five years for one that has stood for ten, as for one of five', () => {
    const stood = chances(months(2, 70)).FUNDING_APPLICATION;
    expect(stood).toHaveLength(61);
    expect(stood[60]).toBeCloseTo(1, 2);
  });
});

describe('the days in a stage', () => {
  // https://www.itl.nist.gov/div898/handbook/eda/section3/eda3671.htm, with more decimals.
  it.each([
    [-2, 0.0227501],
    [-0.5, 0.3085375],
    [0, 0.5],
    [0.1, 0.5398278],
    [0.5, 0.6914625],
    [1, 0.8413447],
    [3, 0.9986501],
  ])('follow the normal curve of their logarithm: up to %s deviations, a share of %s', (deviations, share) => {
    const spread = 0.3;
    // Months are counted from their middle.
    const CONCEPT = 12.5 * DAYS_IN_MONTH * Math.exp(-deviations * spread);
    const prior = { ...FORECAST_PRIOR, spread, medianDays: { ...FORECAST_PRIOR.medianDays, CONCEPT } };
    const stays = monthsInStage({ from: 'CONCEPT', advanced: 0, ended: 0, days: [] }, prior);
    expect(stays.slice(0, 13).reduce((a, b) => a + b)).toBeCloseTo(share, 6);
  });

  it('are counted up to ten years', () => {
    const stays = monthsInStage(
      { from: 'CONCEPT', advanced: 0, ended: 0, days: [3_652, 3_700] },
      { ...FORECAST_PRIOR, weight: 0 },
    );
    expect([...stays.keys()].filter(month => stays[month]! > 0)).toEqual([120]);
    expect(stays).toHaveLength(121);
  });

  it('have as their median the first month that half have left by, and ten years at most', () => {
    expect(medianDays(Float64Array.of(0, 0.5, 0.5))).toBe(30);
    expect(medianDays(Float64Array.of(0.5, 0, 0.5))).toBe(0);
    expect(medianDays(new Float64Array(121))).toBe(3_653);
  });

  it('are the prior guess without history, and history once there is much', () => {
    const stays = (days: readonly number[]) =>
      monthsInStage({ from: 'CONCEPT', advanced: 0, ended: 0, days }, FORECAST_PRIOR);
    expect(Math.abs(medianDays(stays([])) - FORECAST_PRIOR.medianDays.CONCEPT)).toBeLessThan(DAYS_IN_MONTH);
    expect(medianDays(stays(often([365])))).toBe(365);
  });

  it('are shares that add up to all but the very slow', () => {
    const sum = monthsInStage(
      { from: 'CONCEPT', advanced: 0, ended: 0, days: [30, 400, 9_999] },
      FORECAST_PRIOR,
    ).reduce((a, b) => a + b);
    expect(sum).toBeCloseTo(6 / 7, 4);
  });
});
