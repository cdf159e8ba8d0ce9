import { describedEnum } from '../shared/described-enum.js';

export const Risk = describedEnum('Risk', 'How likely it is that an idea misses its deadline.', {
  LOW: 'There is at least twice the time that the work left takes, or no work left.',
  MEDIUM: 'There is time for the work left, with little to spare.',
  HIGH: 'The work left takes longer than the time left, or the deadline has passed.',
});
export type Risk = keyof typeof Risk;

/** The days a requirement takes to meet where too little is known of earlier ones: two weeks, a plain assumption. */
export const DAYS_PER_REQUIREMENT = 14;

/** So few observations say less than the assumption does. */
const FEWEST = 5;

/** What the risk is judged by. */
export interface DeadlineFacts {
  /** Whole days until the deadline; negative once it has passed. */
  readonly daysLeft: number;
  /** How many requirements are not met yet. */
  readonly unmet: number;
  /** The days that a requirement usually takes to meet. */
  readonly daysPerRequirement?: number;
}

/**
 * The work left is the number of unmet requirements times the days that such took before, one after the other.
 * LOW when the time left is at least twice the work left, MEDIUM when it is at least the work left, else HIGH.
 * Nothing unmet is LOW up to the deadline, and a deadline that has passed is HIGH whatever is met.
 */
export function deadlineRisk({ daysLeft, unmet, daysPerRequirement = DAYS_PER_REQUIREMENT }: DeadlineFacts): Risk {
  const work = unmet * daysPerRequirement;
  if (daysLeft >= 2 * work) return 'LOW';
  return daysLeft >= work ? 'MEDIUM' : 'HIGH';
}

/** What has been seen of a gate: how many ideas passed it, and the median of the days they had stayed before it. */
export interface GatePassed {
  readonly advanced: number;
  readonly medianDays: number | null;
}

/** The days before the gate, shared among its requirements; the assumption while fewer than five ideas have passed it. */
export function usualDaysPerRequirement(requirements: number, passed?: GatePassed): number {
  if (!passed || passed.medianDays === null || passed.advanced < FEWEST || requirements === 0)
    return DAYS_PER_REQUIREMENT;
  return passed.medianDays / requirements;
}
