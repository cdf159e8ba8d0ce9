import Big from 'big.js';
import type { ForecastIdea, Step } from './forecast/forecast-facts.js';
import { DAYS_IN_MONTH, HORIZON_MONTHS, type InTime } from './forecast/time-to-project.js';

/** Ideas so alike that one draw can answer for all of them. */
export interface IdeaGroup {
  readonly step: Step;
  readonly count: number;
  /** How likely one of them is to arrive in time, on average, if it advances at all. */
  readonly inTime: number;
  /** What one of them asks for on average, by currency, in hundredths: whole numbers, so that sums stay exact. */
  readonly hundredths: ReadonlyMap<string, number>;
}

/** The amounts by currency, in hundredths of its unit. */
export function hundredthsOf({ amounts }: Pick<ForecastIdea, 'amounts'>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + Big(amount).times(100).round().toNumber());
  }
  return sums;
}

/**
 * Groups the ideas by stage, by year in the stage (first, second, later), and by what they ask for (the currencies,
 * and the doubling their amount falls into). There are some hundreds of groups at most, however many ideas; a handful
 * of ideas are nearly all alone in theirs. In the order of their names, so that the ideas' own order tells nothing.
 * Between ideas it may pause.
 */
export function* groupsOf(ideas: readonly ForecastIdea[], chances: InTime): Generator<void, IdeaGroup[], void> {
  const groups = new Map<string, Sums>();
  // Chances are floats: added in one order whatever order the ideas came in.
  for (const idea of [...ideas].sort((a, b) => a.daysInStage - b.daysInStage)) {
    yield;
    if (idea.stage === 'PROJECT') continue;
    const asks = hundredthsOf(idea);
    const name = groupName(idea, asks);
    const sums = groups.get(name) ?? { step: idea.stage, count: 0, inTime: 0, hundredths: new Map() };
    groups.set(name, add(sums, chances[idea.stage][monthsStood(idea)]!, asks));
  }
  return [...groups.keys()].sort().map(name => average(groups.get(name)!));
}

interface Sums {
  readonly step: Step;
  count: number;
  inTime: number;
  readonly hundredths: Map<string, number>;
}

function groupName(idea: ForecastIdea, asks: ReadonlyMap<string, number>): string {
  const year = Math.min(2, Math.floor(monthsStood(idea) / 12));
  const sizes = [...asks].map(([currency, hundredths]) => `${currency}${Math.ceil(Math.log2(hundredths + 1))}`);
  return [idea.stage, year, ...sizes.sort()].join(' ');
}

function monthsStood({ daysInStage }: ForecastIdea): number {
  return Math.min(HORIZON_MONTHS, Math.round(Math.max(0, daysInStage) / DAYS_IN_MONTH));
}

function add(sums: Sums, chance: number, asks: ReadonlyMap<string, number>): Sums {
  sums.count += 1;
  sums.inTime += chance;
  for (const [currency, hundredths] of asks) {
    sums.hundredths.set(currency, (sums.hundredths.get(currency) ?? 0) + hundredths);
  }
  return sums;
}

function average({ step, count, inTime, hundredths }: Sums): IdeaGroup {
  const means = [...hundredths].map(([currency, sum]): [string, number] => [currency, Math.round(sum / count)]);
  return { step, count, inTime: inTime / count, hundredths: new Map(means) };
}
