import type { MemberTraits } from '../consortia/member-facts.js';
import type { CallClock } from '../funding-calls/call-clock.js';
import type { CallRules } from '../funding-calls/call-rules.js';
import type { EnvironmentalObjective } from '../ideas/classification.js';
import { describedEnum } from '../shared/described-enum.js';
import type { Localized } from '../shared/text/localized-text.js';
import type { Amount } from '../shared/money.js';
import type { Bilingual } from '../shared/text/wording.js';

export const MatchReasonCode = describedEnum('MatchReasonCode', 'A side from which a call and an idea are compared.', {
  FOCUS_AREA: 'Counts in the score: they share a focus area, or one is part of the other.',
  ENVIRONMENTAL_OBJECTIVE: 'Counts in the score: they share an environmental objective.',
  TRL: "Decides eligibility: the idea's technology readiness lies in the call's range.",
  PARTNERS: 'Decides eligibility: the consortium has as many partners as the call demands.',
  COUNTRIES: 'Decides eligibility: the consortium has as many countries as the call demands.',
  SECTORS: 'Decides eligibility: the sectors the call demands take part.',
  TEXT: 'Counts in the score: how alike their titles and texts are.',
  TIME_TO_DEADLINE: 'Counts in the score: the time left; decides eligibility when the call is no longer open.',
  GRANT_SIZE: "Counts in the score: what the idea seeks lies between the call's smallest and largest grant.",
});
export type MatchReasonCode = keyof typeof MatchReasonCode;

export const MatchReasonKind = describedEnum('MatchReasonKind', 'What a side of a match decides.', {
  RULE: 'Eligibility: a rule of the call, or whether it can be applied for.',
  FIT: 'The score: how well the call and the idea suit each other.',
});
export type MatchReasonKind = keyof typeof MatchReasonKind;

/** A focus area by its code; a part's code begins with its parent's: smart-industri.marin-teknik. */
export interface FocusAreaFacts {
  readonly code: string;
  readonly name: Localized;
}

/** What matching knows of an idea. */
export interface IdeaFacts {
  readonly focusAreas: readonly FocusAreaFacts[];
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
  readonly technologyReadinessLevel?: number | null;
  /** The current ones only. */
  readonly members: readonly MemberTraits[];
  /** What the idea seeks or has budgeted, the best known first; the first in the call's currency is compared. */
  readonly sought: readonly Readonly<Amount>[];
  /** Whether the reader isn't shown what applications ask for: what is missing is then no sign of anything. */
  readonly isSoughtWithheld?: boolean;
}

/** What matching knows of a funding call. */
export interface CallFacts extends CallClock, CallRules {
  readonly focusAreas: readonly FocusAreaFacts[];
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
  readonly grantMin?: Readonly<Amount> | null;
  readonly grantMax?: Readonly<Amount> | null;
}

/** Whether one side of the match holds, and why, in both languages. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly kind: MatchReasonKind;
  readonly satisfied: boolean;
  /** It speaks neither for nor against: nothing is demanded, or nobody has said. */
  readonly neutral: boolean;
  readonly message: Bilingual;
}

/** How well a call suits an idea: a low score is a poor fit; not eligible, a rule of the call stands in the way. */
export interface Match {
  /** 0 to 1. */
  readonly score: number;
  readonly eligible: boolean;
  /** All nine, in the contract's order. */
  readonly reasons: readonly MatchReason[];
}
