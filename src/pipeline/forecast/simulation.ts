import type { ForecastIdea, ForecastInput, ForecastPrior, Step, StepHistory } from './forecast-facts.js';
import { STEPS } from './forecast-facts.js';
import { hundredthsOf, type IdeaGroup } from '../idea-groups.js';
import { beta, binomial, type Uniform } from './random.js';
import { type MonthsInStage, monthsInStage } from './time-to-project.js';

/** What history and prior together say of a step. */
export interface Observed extends StepHistory {
  /** The successes and failures of the Beta distribution that the step's rate is drawn from. */
  readonly successes: number;
  readonly failures: number;
  readonly months: MonthsInStage;
}

/** Each step's history, in path order, blended with the prior. */
export function observedSteps({ history }: ForecastInput, prior: ForecastPrior): Observed[] {
  return STEPS.map(from => {
    const seen = history.find(step => step.from === from) ?? { from, advanced: 0, ended: 0, days: [] };
    const successes = prior.weight * prior.rates[from] + seen.advanced;
    const failures = prior.weight * (1 - prior.rates[from]) + seen.ended;
    return { ...seen, successes, failures, months: monthsInStage(seen, prior) };
  });
}

/** What is given at the start of every run: the projects there are, and what they were granted, in hundredths. */
export interface Today {
  readonly projects: number;
  readonly granted: ReadonlyMap<string, number>;
}

/** Counts the ideas that already are projects. */
export function today(ideas: readonly ForecastIdea[]): Today {
  const projects = ideas.filter(({ stage }) => stage === 'PROJECT');
  return { projects: projects.length, granted: hundredthsOf({ amounts: projects.flatMap(({ amounts }) => amounts) }) };
}

/** The ends of all the runs: a number of projects and, by currency, a sum in hundredths for each run. */
export interface Ends {
  readonly projects: Float64Array;
  readonly granted: ReadonlyMap<string, Float64Array>;
}

/** What the runs are made with. */
export interface Runs {
  readonly steps: readonly Observed[];
  readonly groups: readonly IdeaGroup[];
  readonly today: Today;
  readonly grantedShare: number;
  readonly runs: number;
  readonly uniform: Uniform;
}

/**
 * Lets the groups run their course, run after run: one draw of rates for a run, one binomial draw for a group. Between
 * runs it may pause.
 */
export function* simulate({ steps, groups, today, grantedShare, runs, uniform }: Runs): Generator<void, Ends, void> {
  const currencies = [...today.granted.keys(), ...groups.flatMap(({ hundredths }) => [...hundredths.keys()])];
  const projects = new Float64Array(runs).fill(today.projects);
  const granted = new Map(currencies.map(each => [each, new Float64Array(runs).fill(today.granted.get(each) ?? 0)]));
  const courses = groups.map(group => ({
    ...group,
    grants: [...group.hundredths].map(([each, sum]) => ({
      sums: granted.get(each)!,
      one: Math.round(sum * grantedShare),
    })),
  }));

  for (let run = 0; run < runs; run += 1) {
    const rates = drawRates(steps, uniform);
    for (const { step, count, inTime, grants } of courses) {
      const arrived = binomial(count, rates[step] * inTime, uniform);
      projects[run]! += arrived;
      for (const { sums, one } of grants) sums[run]! += arrived * one;
    }
    yield;
  }
  return { projects, granted };
}

/** For each stage, the drawn chance to advance through it and all that follow. */
function drawRates(steps: readonly Observed[], uniform: Uniform): Record<Step, number> {
  const rates = { CONCEPT: 1, CONSORTIUM: 1, FUNDING_APPLICATION: 1 };
  let through = 1;
  for (const { from, successes, failures } of steps.toReversed()) {
    through *= beta(successes, failures, uniform);
    rates[from] = through;
  }
  return rates;
}
