import { takesApplications } from '../funding-calls/call-clock.js';
import { weighCallRules } from '../funding-calls/call-rules.js';
import { wordsOf } from '../shared/described-enum.js';
import type { Instant } from '../shared/time/instant.js';
import type { Bilingual } from '../shared/text/wording.js';
import {
  type CallFacts,
  type IdeaFacts,
  type Match,
  type MatchReason,
  MatchReasonCode,
  type MatchReasonKind,
} from './match-facts.js';
import { MATCH_POLICY, type MatchPolicy, type WeighedReason } from './match-policy.js';
import { grantSizeGrade, timeGrade } from './practical-grades.js';
import { environmentalObjectiveGrade, focusAreaGrade, type Grade, textGrade } from './subject-grades.js';

/** What matching is told beyond the facts. */
export interface MatchOptions {
  /** How alike the texts of both are, from 0, nothing in common, to 1; whoever can search the texts measures it. */
  readonly textSimilarity: number;
  readonly policy?: MatchPolicy;
}

/** How well a call and an idea suit each other, not yet worded: of many that are compared few are explained. */
export interface WeighedMatch {
  readonly score: number;
  readonly eligible: boolean;
  readonly sides: readonly WeighedSide[];
}

interface WeighedSide {
  readonly code: MatchReasonCode;
  readonly kind: MatchReasonKind;
  readonly satisfied: boolean;
  readonly neutral: boolean;
  readonly wording: () => Bilingual;
}

/**
 * How well the call suits the idea, explained from all nine sides.
 *
 * `eligible` is about the call's hard rules alone: PARTNERS, COUNTRIES, SECTORS and TRL hold, the same rules as the
 * gate CALL_RULES_MET, and the call takes applications: it is open or forthcoming, the first stage not closed. `score` is about fit alone: the five other sides' grades
 * by their weights. So a perfect fit may not be eligible yet, and what is eligible may fit poorly; little time left
 * makes TIME_TO_DEADLINE unsatisfied and the score lower, but only a call no longer open is not eligible.
 */
export function matchOf(idea: IdeaFacts, call: CallFacts, at: Instant, options: MatchOptions): Match {
  return explained(weighMatch(idea, call, at, options));
}

export function explained({ score, eligible, sides }: WeighedMatch): Match {
  const reasons = sides.map(({ wording, ...side }): MatchReason => ({ ...side, message: wording() }));
  return { score, eligible, reasons: inOrder(reasons) };
}

export function weighMatch(
  idea: IdeaFacts,
  call: CallFacts,
  at: Instant,
  { textSimilarity, policy = MATCH_POLICY }: MatchOptions,
): WeighedMatch {
  const rules = weighCallRules(call, idea);
  const grades: Record<WeighedReason, Grade> = {
    FOCUS_AREA: focusAreaGrade(idea, call, policy),
    ENVIRONMENTAL_OBJECTIVE: environmentalObjectiveGrade(idea, call, policy),
    TEXT: textGrade(textSimilarity, policy),
    TIME_TO_DEADLINE: timeGrade(call, policy, at),
    GRANT_SIZE: grantSizeGrade(idea, call, policy),
  };
  const canBeSought = takesApplications(call, at);
  return {
    score: scoreOf(grades, policy),
    eligible: rules.every(({ met }) => met) && canBeSought,
    sides: [
      ...rules.map(rule => ({ ...rule, kind: 'RULE' as const, satisfied: rule.met, neutral: !rule.isDemanded })),
      ...weighed(grades).map(([code, grade]) => ({ code, kind: kindOf(code, canBeSought), ...grade })),
    ],
  };
}

/** Time is a matter of fit, until there is none left. */
function kindOf(code: WeighedReason, canBeSought: boolean): MatchReasonKind {
  return code === 'TIME_TO_DEADLINE' && !canBeSought ? 'RULE' : 'FIT';
}

/** Four decimals: more would promise an exactness that the weights don't have. */
function scoreOf(grades: Record<WeighedReason, Grade>, { weights }: MatchPolicy): number {
  const sum = weighed(grades).reduce((total, [code, { grade }]) => total + weights[code] * grade, 0);
  return Math.round(sum * 10_000) / 10_000;
}

function weighed(grades: Record<WeighedReason, Grade>): [WeighedReason, Grade][] {
  return Object.entries(grades) as [WeighedReason, Grade][];
}

const ORDER = wordsOf(MatchReasonCode);

function inOrder(reasons: readonly MatchReason[]): MatchReason[] {
  return [...reasons].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}
