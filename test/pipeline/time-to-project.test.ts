import { FORECAST_PRIOR, type Step, STEPS } from '../../src/pipeline/forecast-facts.js';
import {
  DAYS_IN_MONTH,
  inTime,
  medianDays,
  type MonthsInStage,
  monthsInStage,
} from '../../src/pipeline/time-to-project.js';

const months = (...counts: number[]) => counts.map(count => count * DAYS_IN_MONTH);

/** Stays so often seen that the prior hardly counts. */
const often = (days: readonly number[]) => Array.from({ length: 20_000 }, () => days).flat();

function chances(days: readonly number[]) {
  const stays = STEPS.map(from => [
    from,
    monthsInStage({ from, advanced: 0, ended: 0, days: often(days) }, FORECAST_PRIOR),
  ]);
  return inTime(Object.fromEntries(stays) as Record<Step, MonthsInStage>);
}

describe('the time to become a project', () => {
  it('is judged by the days already stood: those who left early are out of the question', () => {
    // Half stay two months, half eighty.
    const stood = chances(months(2, 80)).FUNDING_APPLICATION;
    expect(stood[0]).toBeCloseTo(0.5, 2);
    expect(stood[12]).toBeCloseTo(0, 2);
    expect(stood[30]).toBeCloseTo(1, 2);
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
