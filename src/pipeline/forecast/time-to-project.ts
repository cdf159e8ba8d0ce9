import type { ForecastPrior, Step, StepHistory } from './forecast-facts.js';
import { STEPS } from './forecast-facts.js';

/** Durations are counted in whole months of 30.4375 days, rounded. */
export const DAYS_IN_MONTH = 365.25 / 12;
/** Five years. */
export const HORIZON_MONTHS = 60;
/** Twice the horizon, so that even an idea that has stood for five years has five more before it. */
const LONGEST = 2 * HORIZON_MONTHS;

/** The share of those that advance who stay that many months; who stays longer than ten years is in no month. */
export type MonthsInStage = Float64Array;

/** The prior's lognormal curve, outweighed by what was observed. */
export function monthsInStage(
  { from, days }: StepHistory,
  { weight, medianDays, spread }: ForecastPrior,
): MonthsInStage {
  const months = new Float64Array(LONGEST + 1);
  const believed = (month: number) => normalCdf(Math.log(((month + 0.5) * DAYS_IN_MONTH) / medianDays[from]) / spread);
  months.forEach((_, month) => {
    months[month] = weight * (believed(month) - (month > 0 ? believed(month - 1) : 0));
  });
  for (const stayed of days) {
    const month = Math.round(Math.max(0, stayed) / DAYS_IN_MONTH);
    if (month <= LONGEST) months[month]! += 1;
  }
  return months.map(mass => mass / (weight + days.length));
}

/** The days that half of those that advance stay at most, to the month. */
export function medianDays(months: MonthsInStage): number {
  let sum = 0;
  const month = months.findIndex(mass => (sum += mass) >= 0.5);
  return Math.round((month < 0 ? LONGEST : month) * DAYS_IN_MONTH);
}

/** By step and months already stood: how likely an idea is a project within five years, if it advances at all. */
export type InTime = Readonly<Record<Step, Float64Array>>;

/** Adds up the stages ahead; an idea that has stood for longer than five years counts as one of five. */
export function inTime(durations: Readonly<Record<Step, MonthsInStage>>): InTime {
  const chances = {} as Record<Step, Float64Array>;
  let later = new Float64Array(HORIZON_MONTHS + 1).fill(1);
  for (const step of STEPS.toReversed()) {
    const stay = durations[step];
    const within = later;
    chances[step] = Float64Array.from({ length: HORIZON_MONTHS + 1 }, (_, stood) => chance(stay, stood, within));
    later = Float64Array.from({ length: HORIZON_MONTHS + 1 }, (_, months) => arrived(stay, 0, months, within));
  }
  return chances;
}

/** Given that it has stood so long, how likely it leaves and passes the later stages within the horizon. */
function chance(stay: MonthsInStage, stood: number, later: Float64Array): number {
  const left = stay.reduce((sum, mass, month) => (month < stood ? sum - mass : sum), 1);
  return left > 1e-12 ? Math.min(1, arrived(stay, stood, HORIZON_MONTHS, later) / left) : 0;
}

function arrived(stay: MonthsInStage, stood: number, within: number, later: Float64Array): number {
  let sum = 0;
  for (let waits = 0; waits <= within; waits += 1) sum += stay[stood + waits]! * later[within - waits]!;
  return sum;
}

/** Abramowitz and Stegun, formula 26.2.17: right to seven decimals. */
function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
