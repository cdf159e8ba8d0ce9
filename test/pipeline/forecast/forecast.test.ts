import { forecast } from '../../../src/pipeline/forecast/forecast.js';
import {
  FORECAST_PRIOR,
  type ForecastIdea,
  type ForecastInput,
  STEPS,
} from '../../../src/pipeline/forecast/forecast-facts.js';
import { groupsOf } from '../../../src/pipeline/idea-groups.js';
import { mulberry32 } from '../../../src/pipeline/forecast/random.js';
import { observedSteps } from '../../../src/pipeline/forecast/simulation.js';
import { inTime, type MonthsInStage } from '../../../src/pipeline/forecast/time-to-project.js';
import { atOnce } from '../../../src/shared/program/breath.js';
import * as fc from '../../support/properties.js';
import { ideas, longHistory } from '../../support/rows/forecast-facts.js';

const NO_HISTORY = { history: [], grantedShares: [] };
const ONCE = { seed: 17, runs: 2_000 };

/** An idea that asks for a million kronor. */
const anIdea = (stage: ForecastIdea['stage'], daysInStage = 0): ForecastIdea => ({
  stage,
  daysInStage,
  amounts: [{ amount: '1000000.00', currency: 'SEK' }],
});

function chancesFrom(input: Pick<ForecastInput, 'history'>) {
  const steps = observedSteps({ ideas: [], grantedShares: [], ...input }, FORECAST_PRIOR);
  return inTime(
    Object.fromEntries(steps.map(step => [step.from, step.months])) as Record<(typeof STEPS)[number], MonthsInStage>,
  );
}

describe('a forecast', () => {
  it('is the same for the same seed, whatever the order of the ideas', () => {
    const forty = ideas(40);
    const one = forecast({ ideas: forty, ...NO_HISTORY }, ONCE);
    expect(forecast({ ideas: forty.toReversed(), ...NO_HISTORY }, ONCE)).toEqual(one);
    expect(forecast({ ideas: forty, ...NO_HISTORY }, { ...ONCE, seed: 18 }).granted).not.toEqual(one.granted);
  });

  it('counts on the projects there are, and on what they were granted', () => {
    const { projectsWithinFiveYears, granted } = forecast(
      { ideas: [anIdea('PROJECT'), anIdea('PROJECT')], ...NO_HISTORY },
      ONCE,
    );
    expect(projectsWithinFiveYears).toEqual({ p10: 2, p50: 2, p90: 2 });
    expect(granted).toEqual([{ currency: 'SEK', p10: '2000000.00', p50: '2000000.00', p90: '2000000.00' }]);
  });

  it('promises nothing of an empty pipeline', () => {
    const { projectsWithinFiveYears, granted } = forecast({ ideas: [], ...NO_HISTORY }, ONCE);
    expect(projectsWithinFiveYears).toEqual({ p10: 0, p50: 0, p90: 0 });
    expect(granted).toEqual([]);
  });

  it('is certain where history is', () => {
    const ten = Array.from({ length: 10 }, () => anIdea('CONCEPT'));
    const always = forecast({ ideas: ten, history: longHistory(1, 60), grantedShares: [] }, ONCE);
    expect(always.projectsWithinFiveYears).toEqual({ p10: 10, p50: 10, p90: 10 });
    const never = forecast({ ideas: ten, history: longHistory(0, 60), grantedShares: [] }, ONCE);
    expect(never.projectsWithinFiveYears).toEqual({ p10: 0, p50: 0, p90: 0 });
  });

  it('is less certain the less history there is', () => {
    const hundred = Array.from({ length: 100 }, () => anIdea('FUNDING_APPLICATION'));
    const width = (history: ForecastInput['history']) => {
      const { p10, p90 } = forecast({ ideas: hundred, history, grantedShares: [] }, ONCE).projectsWithinFiveYears;
      return p90 - p10;
    };
    expect(width([])).toBeGreaterThan(2 * width(longHistory(0.3, 100)));
  });

  it('gives no project in time to ideas whose stages take too long', () => {
    const slow = longHistory(1, 365 * 2);
    const at = (stage: ForecastIdea['stage'], days: number) =>
      forecast({ ideas: [anIdea(stage, days)], history: slow, grantedShares: [] }, ONCE).projectsWithinFiveYears.p50;
    // Three stages of two years are six, two are four, and one year of the first has gone already.
    expect(at('CONCEPT', 0)).toBe(0);
    expect(at('CONSORTIUM', 0)).toBe(1);
    expect(at('CONCEPT', 365 + 30)).toBe(1);
  });

  it('grants the share of what is asked for that earlier grants have had', () => {
    const half = { history: longHistory(1, 30), grantedShares: Array<number>(1_000_000).fill(0.5) };
    const { granted } = forecast({ ideas: [anIdea('FUNDING_APPLICATION')], ...half }, ONCE);
    expect(Number(granted[0]!.p50)).toBeCloseTo(500_000, -1);
  });

  it('grants ideas of one group the average of what they ask for, to the öre', () => {
    const asking = (amount: string): ForecastIdea => ({
      stage: 'FUNDING_APPLICATION',
      daysInStage: 0,
      amounts: [{ amount, currency: 'SEK' }],
    });
    const two = { ideas: [asking('1000000.01'), asking('1000000.03')], history: longHistory(1, 30), grantedShares: [] };
    expect(forecast(two, ONCE).granted).toEqual([
      { currency: 'SEK', p10: '2000000.04', p50: '2000000.04', p90: '2000000.04' },
    ]);
  });

  it('tells what it assumes and how many observations each number rests on', () => {
    const history = [
      { from: 'CONCEPT' as const, advanced: 12, ended: 8, days: [100, 120, 140, 160, 180, 200, 220, 240] },
    ];
    const { assumptions } = forecast({ ideas: ideas(40), history, grantedShares: [0.6] }, ONCE);
    expect(assumptions).toEqual([
      { code: 'HORIZON_YEARS', value: 5, basedOn: 0 },
      { code: 'PRIOR_WEIGHT', value: 4, basedOn: 0 },
      { code: 'PROJECTS_TODAY', value: 10, basedOn: 10 },
      { code: 'IDEAS_ON_THE_WAY', value: 30, basedOn: 30 },
      { code: 'ADVANCE_RATE_CONCEPT', value: 0.5833, basedOn: 20 },
      { code: 'ADVANCE_RATE_CONSORTIUM', value: 0.5, basedOn: 0 },
      { code: 'ADVANCE_RATE_FUNDING_APPLICATION', value: 0.3, basedOn: 0 },
      { code: 'MEDIAN_DAYS_CONCEPT', value: 183, basedOn: 8 },
      { code: 'MEDIAN_DAYS_CONSORTIUM', value: 274, basedOn: 0 },
      { code: 'MEDIAN_DAYS_FUNDING_APPLICATION', value: 244, basedOn: 0 },
      { code: 'GRANTED_SHARE', value: 0.92, basedOn: 1 },
    ]);
  });

  it('has quantiles in order, and money as exact decimals, whatever the pipeline', () => {
    const anyIdea: fc.Arbitrary<ForecastIdea> = fc.record({
      stage: fc.constantFrom(...STEPS, 'PROJECT' as const),
      daysInStage: fc.nat(5_000),
      amounts: fc.array(
        fc.record({
          amount: fc.integer({ min: 0, max: 10 ** 11 }).map(hundredths => (hundredths / 100).toFixed(2)),
          currency: fc.constantFrom('SEK', 'EUR'),
        }),
        { maxLength: 2 },
      ),
    });
    const anyHistory = fc.tuple(fc.nat(50), fc.nat(50), fc.array(fc.nat(3_000))).map(([advanced, ended, days]) => {
      return STEPS.map(from => ({ from, advanced, ended, days }));
    });
    fc.assert(
      fc.property(fc.array(anyIdea, { maxLength: 30 }), anyHistory, fc.integer(), (some, history, seed) => {
        const { projectsWithinFiveYears: some5, granted } = forecast(
          { ideas: some, history, grantedShares: [] },
          { seed, runs: 50 },
        );
        for (const { p10, p50, p90 } of [some5, ...granted]) {
          expect(Number(p10)).toBeLessThanOrEqual(Number(p50));
          expect(Number(p50)).toBeLessThanOrEqual(Number(p90));
        }
        expect(some5.p90).toBeLessThanOrEqual(some.length);
        for (const { p10, p90 } of granted) expect([p10, p90].join(' ')).toMatch(/^\d+\.\d\d \d+\.\d\d$/);
      }),
    );
  });

  it('tells what is granted by currency, in alphabetical order', () => {
    const asking = (currency: string): ForecastIdea => ({
      ...anIdea('PROJECT'),
      amounts: [{ amount: '1.00', currency }],
    });
    const { granted } = forecast({ ideas: ['SEK', 'EUR', 'NOK'].map(asking), ...NO_HISTORY }, ONCE);
    expect(granted.map(({ currency }) => currency)).toEqual(['EUR', 'NOK', 'SEK']);
  });

  it('believes of grants what it is told to', () => {
    const prior = { ...FORECAST_PRIOR, grantedShare: 0.5 };
    const { assumptions } = forecast({ ideas: [], ...NO_HISTORY }, { ...ONCE, prior });
    expect(assumptions.at(-1)).toEqual({ code: 'GRANTED_SHARE', value: 0.5, basedOn: 0 });
  });

  it('needs a run, and no more', () => {
    const one = forecast({ ideas: [anIdea('PROJECT')], ...NO_HISTORY }, { seed: 1, runs: 1 });
    expect(one.projectsWithinFiveYears).toEqual({ p10: 1, p50: 1, p90: 1 });
    expect(() => forecast({ ideas: [], ...NO_HISTORY }, { seed: 1, runs: 0 })).toThrow(RangeError);
  });
});

describe('groups of ideas', () => {
  it('are some hundreds at most, however many ideas', () => {
    const chances = chancesFrom({ history: [] });
    const many = atOnce(groupsOf(ideas(20_000), chances));
    expect(many.length).toBeLessThan(200);
    expect(many.reduce((sum, { count }) => sum + count, 0)).toBe(
      ideas(20_000).filter(({ stage }) => stage !== 'PROJECT').length,
    );
  });

  it('end as their ideas would one by one', () => {
    const history = longHistory(0.5, 300);
    const chances = chancesFrom({ history });
    const all = ideas(400);
    const chance = mulberry32(99);
    const rates = { CONCEPT: 1 / 8, CONSORTIUM: 1 / 4, FUNDING_APPLICATION: 1 / 2 };
    const ends = Array.from({ length: 2_000 }, () => {
      return all.filter(({ stage, daysInStage }) => {
        if (stage === 'PROJECT') return true;
        return chance() < rates[stage] * chances[stage][Math.min(60, Math.round(daysInStage / 30.4375))]!;
      }).length;
    }).sort((a, b) => a - b);

    const { p10, p50, p90 } = forecast({ ideas: all, history, grantedShares: [] }, ONCE).projectsWithinFiveYears;
    expect(Math.abs(p10 - ends[199]!)).toBeLessThanOrEqual(2);
    expect(Math.abs(p50 - ends[999]!)).toBeLessThanOrEqual(2);
    expect(Math.abs(p90 - ends[1799]!)).toBeLessThanOrEqual(2);
  });
});
