import Big from 'big.js';
import { atOnce } from '../../shared/program/breath.js';
import { FORECAST_PRIOR, type ForecastInput, type ForecastPrior, type Step } from './forecast-facts.js';
import { groupsOf } from '../idea-groups.js';
import { mulberry32 } from './random.js';
import { type Observed, observedSteps, simulate, today } from './simulation.js';
import { HORIZON_MONTHS, inTime, medianDays, type MonthsInStage } from './time-to-project.js';

/** A number that the simulation took for given, and how many observations it rests on; 0 is a plain assumption. */
export interface ForecastAssumption {
  readonly code: string;
  readonly value: number;
  readonly basedOn: number;
}

/** One in ten runs ends at or below p10, half at or below p50, nine in ten at or below p90. */
export interface Quantiles<T> {
  readonly p10: T;
  readonly p50: T;
  readonly p90: T;
}

/** Quantiles of money in one currency, as exact decimals. */
export interface FundingQuantiles extends Quantiles<string> {
  readonly currency: string;
}

/** What may become of the ideas that are active today. */
export interface Forecast {
  readonly seed: number;
  readonly runs: number;
  readonly assumptions: readonly ForecastAssumption[];
  /** Those that already are projects included. */
  readonly projectsWithinFiveYears: Quantiles<number>;
  /** What those projects have been or will be granted, the currencies in alphabetical order. */
  readonly granted: readonly FundingQuantiles[];
}

/** How a forecast is run. The same seed gives the same answer. */
export interface ForecastOptions {
  readonly seed: number;
  readonly runs: number;
  readonly prior?: ForecastPrior;
}

/**
 * Simulates the coming five years of the ideas that are active today; no new ideas are thought of.
 *
 * A run draws, for each step of the path, the rate at which ideas advance: from the Beta distribution of what was
 * observed and the prior, so that little history means wide quantiles. An idea becomes a project when it advances
 * through all the stages ahead, in time. How long that takes follows the days observed, blended with the prior, given
 * the days it already stood; this is worked out once and not per run. Ideas that are alike are one group, and one
 * binomial draw tells how many of it arrive: the cost is runs × groups, not runs × ideas. A group's projects are
 * granted the group's average amount, times the share of the requested that is usually granted.
 */
export const forecast = (input: ForecastInput, options: ForecastOptions): Forecast =>
  atOnce(forecasting(input, options));

/** The same as work that may pause between its runs. */
export function* forecasting(
  input: ForecastInput,
  { seed, runs, prior = FORECAST_PRIOR }: ForecastOptions,
): Generator<void, Forecast, void> {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`A forecast needs one run at least, not ${runs}.`);

  const steps = observedSteps(input, prior);
  const durations = Object.fromEntries(steps.map(step => [step.from, step.months])) as Record<Step, MonthsInStage>;
  const { projects, granted } = yield* simulate({
    steps,
    groups: yield* groupsOf(input.ideas, inTime(durations)),
    today: today(input.ideas),
    grantedShare: grantedShare(input, prior),
    runs,
    uniform: mulberry32(seed),
  });
  const funding: FundingQuantiles[] = [];
  for (const currency of [...granted.keys()].sort()) {
    yield;
    funding.push({ currency, ...inUnits(quantiles(granted.get(currency)!)) });
  }
  const assumptions = assumptionsOf(input, steps, prior);
  return { seed, runs, assumptions, projectsWithinFiveYears: quantiles(projects), granted: funding };
}

/** The mean of the shares seen and of the prior's, which weighs as much as its number of observations. */
function grantedShare({ grantedShares }: ForecastInput, { weight, grantedShare: believed }: ForecastPrior): number {
  const sum = grantedShares.reduce((total, share) => total + share, 0);
  return (weight * believed + sum) / (weight + grantedShares.length);
}

function assumptionsOf(input: ForecastInput, steps: readonly Observed[], prior: ForecastPrior): ForecastAssumption[] {
  const projects = input.ideas.filter(({ stage }) => stage === 'PROJECT').length;
  const onTheWay = input.ideas.length - projects;
  const assumptions: ForecastAssumption[] = [
    { code: 'HORIZON_YEARS', value: HORIZON_MONTHS / 12, basedOn: 0 },
    { code: 'PRIOR_WEIGHT', value: prior.weight, basedOn: 0 },
    { code: 'PROJECTS_TODAY', value: projects, basedOn: projects },
    { code: 'IDEAS_ON_THE_WAY', value: onTheWay, basedOn: onTheWay },
    ...steps.map(step => ({
      code: `ADVANCE_RATE_${step.from}`,
      value: meanRate(step),
      basedOn: step.advanced + step.ended,
    })),
    ...steps.map(step => ({
      code: `MEDIAN_DAYS_${step.from}`,
      value: medianDays(step.months),
      basedOn: step.days.length,
    })),
    { code: 'GRANTED_SHARE', value: grantedShare(input, prior), basedOn: input.grantedShares.length },
  ];
  return assumptions.map(each => ({ ...each, value: Math.round(each.value * 10_000) / 10_000 }));
}

function meanRate({ successes, failures }: Observed): number {
  return successes / (successes + failures);
}

/** The ends of single runs, never a mean between two: whole projects, and sums that are exact. */
function quantiles(ends: Float64Array): Quantiles<number> {
  const sorted = ends.toSorted();
  const below = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p10: below(0.1), p50: below(0.5), p90: below(0.9) };
}

function inUnits({ p10, p50, p90 }: Quantiles<number>): Quantiles<string> {
  const units = (hundredths: number) => Big(hundredths).div(100).toFixed(2);
  return { p10: units(p10), p50: units(p50), p90: units(p90) };
}
