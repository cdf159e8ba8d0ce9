/** The sides of a match that make the score. */
export type WeighedReason = 'FOCUS_AREA' | 'ENVIRONMENTAL_OBJECTIVE' | 'TEXT' | 'TIME_TO_DEADLINE' | 'GRANT_SIZE';

/** How the score is made: each side is graded 0 to 1 and counts by its weight. */
export interface MatchPolicy {
  /** They add up to 1. */
  readonly weights: Readonly<Record<WeighedReason, number>>;
  /** The grade where the call or the idea doesn't say: neither for nor against. */
  readonly unsaid: number;
  /** The grade where the idea's area is wider than the call's: a part of the idea may suit. */
  readonly wider: number;
  /** From this likeness on, the texts are said to be alike. */
  readonly alike: number;
  /** Fewer days than these are too few to write an application without haste. */
  readonly hasteDays: number;
  /** From this many days on, more time is no better. */
  readonly easyDays: number;
  /** What scores less is not suggested, unless somebody asks for it. */
  readonly suggestFrom: number;
}

/**
 * The subject weighs most (what the call is about, 0.30, and what the texts say, 0.25), then the environmental
 * objective, then whether there is time, and last the size of the grant, which is often not known yet.
 */
export const MATCH_POLICY: MatchPolicy = {
  weights: { FOCUS_AREA: 0.3, ENVIRONMENTAL_OBJECTIVE: 0.2, TEXT: 0.25, TIME_TO_DEADLINE: 0.15, GRANT_SIZE: 0.1 },
  unsaid: 0.5,
  wider: 0.5,
  alike: 0.2,
  hasteDays: 21,
  easyDays: 60,
  suggestFrom: 0.3,
};
