import type { Stage } from '../../ideas/stages.js';
import type { Amount } from '../../shared/money.js';

/** The stages that an idea still has to leave to become a project, in path order. */
export const STEPS = ['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION'] as const satisfies readonly Stage[];
export type Step = (typeof STEPS)[number];

/** An active idea as the forecast sees it. */
export interface ForecastIdea {
  readonly stage: Stage;
  readonly daysInStage: number;
  /** What it asks for in all; of a PROJECT, what it was granted. */
  readonly amounts: readonly Readonly<Amount>[];
}

/** What has been seen of a stage, over all its visits that are over. */
export interface StepHistory {
  readonly from: Step;
  /** Visits that ended with the next stage. */
  readonly advanced: number;
  /** Visits that ended otherwise: discontinued or returned. Those still there tell nothing yet. */
  readonly ended: number;
  /** The days that each of those that advanced had stayed. */
  readonly days: readonly number[];
}

/** What the forecast is made from. */
export interface ForecastInput {
  readonly ideas: readonly ForecastIdea[];
  /** A step without history is judged by the prior alone. */
  readonly history: readonly StepHistory[];
  /** Of earlier grants, what was granted over what was requested: 0.8 for 80 %. */
  readonly grantedShares: readonly number[];
}

/** What is believed before there is history. */
export interface ForecastPrior {
  /** How many observations the belief weighs as much as; history outweighs it as soon as it has more. */
  readonly weight: number;
  /** The share that advances. */
  readonly rates: Readonly<Record<Step, number>>;
  /** The days that half of those who advance stay at most. */
  readonly medianDays: Readonly<Record<Step, number>>;
  /** The standard deviation of the natural logarithm of those days; at 0.7 two thirds lie between half and double. */
  readonly spread: number;
  /** What is granted over what is requested. */
  readonly grantedShare: number;
}

/**
 * Plain guesses, each as heavy as four observations. The 240 days are the longest that Horizon Europe may take from
 * deadline to grant: eight months (Regulation (EU) 2021/695, article 31).
 */
export const FORECAST_PRIOR: ForecastPrior = {
  weight: 4,
  rates: { CONCEPT: 0.5, CONSORTIUM: 0.5, FUNDING_APPLICATION: 0.3 },
  medianDays: { CONCEPT: 180, CONSORTIUM: 270, FUNDING_APPLICATION: 240 },
  spread: 0.7,
  grantedShare: 1,
};
