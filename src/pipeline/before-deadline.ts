import type { GateFacts } from '../ideas/gates/gate-facts.js';
import {
  CONFIDENTIAL_REQUIREMENTS,
  readinessOf,
  type Requirement,
  type RequirementCode,
  requirementsFrom,
} from '../ideas/gates/gates.js';
import { daysBetween } from '../shared/time/clock.js';
import type { Instant } from '../shared/time/instant.js';
import { deadlineRisk, type GatePassed, type Risk, usualDaysPerRequirement } from './deadline-risk.js';

/** An idea that aims at a deadline, as far as the viewer sees it. */
export interface Aiming {
  readonly at: string;
  readonly inside: boolean;
  readonly facts: GateFacts;
}

/** What is left to do before a deadline, and how likely it is that it will not be done. */
export interface BeforeDeadline {
  /** Whole days left. */
  readonly daysLeft: number;
  readonly unmet: readonly Requirement[];
  readonly withheld: readonly RequirementCode[];
  readonly risk: Risk;
}

/** How an idea stands before a deadline. What is withheld counts as unmet. */
export function beforeDeadline({ at, inside, facts }: Aiming, asOf: Instant, passed?: GatePassed): BeforeDeadline {
  const readiness = readinessOf(facts, asOf, { leaveOut: inside ? [] : CONFIDENTIAL_REQUIREMENTS });
  const { requirements = [], withheld = [] } = readiness ?? {};
  const unmet = requirements.filter(({ met }) => !met);
  const daysLeft = daysBetween(asOf, at);
  const daysPerRequirement = usualDaysPerRequirement(requirementsFrom(facts.stage).length, passed);
  const risk = deadlineRisk({ daysLeft, unmet: unmet.length + withheld.length, daysPerRequirement });
  return { daysLeft, unmet, withheld, risk };
}
