import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { type MatchReason, MatchReasonCode, MatchReasonKind } from './match-facts.js';
import { MATCH_POLICY } from './match-policy.js';

@ObjectType('MatchReason', { description: 'One side from which a call and an idea were compared, and what was found.' })
export class MatchReasonType {
  @Field(() => MatchReasonCode, { description: 'Which side.' })
  code!: MatchReasonCode;

  @Field(() => MatchReasonKind, { description: 'Whether it decides eligibility or counts in the score.' })
  kind!: MatchReasonKind;

  @Field(() => Boolean, { description: "Whether it speaks for the match, or doesn't stand in its way." })
  satisfied!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it says neither for nor against: the call demands nothing here, or what would be compared is not known or not shown. Such a side is no reason.',
  })
  neutral!: boolean;
}

/** What the field of a match's reasons says of itself. */
export const ALL_REASONS = { description: 'All nine sides, in the order of the enum, each with its reason.' };

@ObjectType()
export abstract class MatchType {
  @Field(() => Float, {
    description:
      'How well they fit, 0 to 1: focus area 0.30, text 0.25, environmental objective 0.20, time to the deadline 0.15, size of the grant 0.10. Whether the rules of the call are met does not count here.',
  })
  score!: number;

  @Field(() => Boolean, {
    description:
      "Whether the call's rules on TRL, partners, countries and sectors are met, and it is open or forthcoming.",
  })
  eligible!: boolean;

  readonly reasons!: readonly MatchReason[];
}

@ObjectType('CallMatch', { description: 'Why a call suits an idea, or what stands in the way: never a bare number.' })
export class CallMatch extends MatchType {
  readonly callId!: string;
}

@ObjectType('IdeaMatch', { description: 'Why an idea suits a call, or what stands in the way: never a bare number.' })
export class IdeaMatch extends MatchType {
  readonly ideaId!: string;
}

/** The most matches that are answered at once. */
export const MOST_MATCHES = 50;
/** How many are answered when nobody says. */
export const USUAL_MATCHES = { calls: 5, ideas: 10 } as const;

const { suggestFrom } = MATCH_POLICY;

@ArgsType()
export class SuggestedArgs {
  @Field(() => Float, {
    nullable: true,
    defaultValue: suggestFrom,
    description: `Those that score less are left out: 0 to 1. Without it ${suggestFrom}; 0 asks for all.`,
  })
  minScore?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those that meet the rules of the call.',
  })
  onlyEligible?: boolean | null;
}

@ArgsType()
export class CallMatchArgs extends SuggestedArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_MATCHES.calls,
    description: `How many at most, 0 to ${MOST_MATCHES}.`,
  })
  first?: number | null;
}

@ArgsType()
export class IdeaMatchArgs extends SuggestedArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_MATCHES.ideas,
    description: `How many at most, 0 to ${MOST_MATCHES}.`,
  })
  first?: number | null;
}

/** What was asked for, with what stands for null. */
export function suggested({ minScore, onlyEligible }: SuggestedArgs) {
  return { minScore: minScore ?? suggestFrom, onlyEligible: onlyEligible ?? false };
}
