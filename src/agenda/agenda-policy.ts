import type { Stage } from '../ideas/stages.js';

/** Which things wait for somebody, and from when. */
export interface AgendaPolicy {
  /** How far ahead deadlines and everything else with a day are told, unless somebody asks for less or more. */
  readonly deadlineDays: number;
  /** So near a deadline, letters of intent that are not signed are told. */
  readonly letterDays: number;
  readonly milestoneDays: number;
  /** So long after the newest status update, or the entry into the stage, the next one is due. */
  readonly statusDays: Readonly<Record<Stage, number>>;
  readonly stalledDays: number;
  /** So long after an application's deadline its decision ought to have come. */
  readonly decisionDays: number;
  /** So long a call is new after its publication. */
  readonly newCallDays: number;
  readonly newCallScore: number;
  /** So many new calls are compared at most, those that close first, with so many ideas, those that changed last. */
  readonly mostNewCalls: number;
  readonly mostIdeas: number;
}

export const AGENDA_POLICY: AgendaPolicy = {
  deadlineDays: 90,
  letterDays: 60,
  milestoneDays: 60,
  statusDays: { CONCEPT: 180, CONSORTIUM: 180, FUNDING_APPLICATION: 180, PROJECT: 90 },
  stalledDays: 180,
  decisionDays: 90,
  newCallDays: 14,
  newCallScore: 0.5,
  mostNewCalls: 50,
  mostIdeas: 100,
};
