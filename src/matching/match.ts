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
import { environmentalObjectiveGrade, focusAreaGrade, type Grade, textGrade, type Worded } from './subject-grades.js';

/** What matching is told beyond the facts. */
export interface MatchOptions {
  /** How alike the texts of both are, from 0, nothing in common, to 1; whoever can search the texts measures it. */
  readonly textSimilarity: number;
  readonly policy?: MatchPolicy;
}

/** A call at a moment: what doesn't depend on the idea is worked out once for many. */
export interface CallAtMoment<C extends CallFacts = CallFacts> {
  readonly call: C;
  readonly time: Grade;
  readonly canBeSought: boolean;
}

export function atMoment<C extends CallFacts>(call: C, at: Instant, policy = MATCH_POLICY): CallAtMoment<C> {
  return { call, time: timeGrade(call, policy, at), canBeSought: takesApplications(call, at) };
}

type Grades = Readonly<Record<WeighedReason, Grade>>;

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
  return explained(weighMatch(idea, atMoment(call, at, options.policy), options));
}

export function explained(match: WeighedMatch): Match {
  const reasons = match.sides().map(({ wording, ...side }): MatchReason => ({ ...side, message: wording() }));
  return { score: match.score, eligible: match.isEligible(), reasons: inOrder(reasons) };
}

export function weighMatch(
  idea: IdeaFacts,
  moment: CallAtMoment,
  { textSimilarity, policy = MATCH_POLICY }: MatchOptions,
): WeighedMatch {
  const { call, time } = moment;
  const grades: Grades = {
    FOCUS_AREA: focusAreaGrade(idea, call, policy),
    ENVIRONMENTAL_OBJECTIVE: environmentalObjectiveGrade(idea, call, policy),
    TEXT: textGrade(textSimilarity, policy),
    TIME_TO_DEADLINE: time,
    GRANT_SIZE: grantSizeGrade(idea, call, policy),
  };
  return new WeighedMatch(scoreOf(grades, policy), grades, idea, moment);
}

/** How well a call and an idea suit each other, not yet worded: of many that are compared few are explained. */
export class WeighedMatch {
  constructor(
    readonly score: number,
    private readonly grades: Grades,
    private readonly idea: IdeaFacts,
    private readonly moment: CallAtMoment,
  ) {}

  /** Found out where it is asked for, since of many most are out of the question by their score. */
  isEligible(): boolean {
    return this.moment.canBeSought && this.rules().every(({ met }) => met);
  }

  sides(): WeighedSide[] {
    const { canBeSought } = this.moment;
    return [
      ...this.rules().map(rule => ({ ...rule, kind: 'RULE' as const, satisfied: rule.met, neutral: !rule.isDemanded })),
      ...Object.entries(this.grades).map(([code, grade]) => sideOf(code as WeighedReason, grade, canBeSought)),
    ];
  }

  private rules() {
    return weighCallRules(this.moment.call, this.idea);
  }
}

/** Time is a matter of fit, until there is none left. */
function sideOf(code: WeighedReason, { wording, ...grade }: Grade, canBeSought: boolean): WeighedSide {
  const kind = code === 'TIME_TO_DEADLINE' && !canBeSought ? 'RULE' : 'FIT';
  return { code, kind, ...grade, wording: () => inBoth(wording()) };
}

const inBoth = ([sv, en]: ReturnType<Worded>): Bilingual => ({ sv, en });

const WEIGHED = Object.keys(MATCH_POLICY.weights) as WeighedReason[];

/** Four decimals: more would promise an exactness that the weights don't have. */
function scoreOf(grades: Grades, { weights }: MatchPolicy): number {
  let sum = 0;
  for (const code of WEIGHED) sum += weights[code] * grades[code].grade;
  return Math.round(sum * 10_000) / 10_000;
}

const ORDER = wordsOf(MatchReasonCode);

function inOrder(reasons: readonly MatchReason[]): MatchReason[] {
  return [...reasons].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}
