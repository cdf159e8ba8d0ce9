import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context/context.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { badInput } from '../reading/bad-input.js';
import { SqlResult, NeedsSql } from '../reading/sql-fields.js';
import type { Scope } from '../reading/scope.js';
import { LocaleArg } from '../shared/text/localized-field.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { bestTogether } from './best.js';
import { likeness, type TextFacts } from './likeness.js';
import { type WeighedMatch, weighMatch } from './match.js';
import { type CallFacts, type IdeaFacts, type MatchReason, MatchReasonCode } from './match-facts.js';
import { CANDIDATE_CALLS, CANDIDATE_IDEAS, callFacts, ideaFacts } from './match-sql.js';

@ObjectType('MatchReason', { description: 'One side from which a call and an idea were compared, and what was found.' })
export class MatchReasonType {
  @Field(() => MatchReasonCode, { description: 'Which side.' })
  code!: MatchReasonCode;

  @Field(() => Boolean, { description: 'Whether it speaks for the match.' })
  satisfied!: boolean;
}

@ObjectType()
abstract class MatchType {
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

  @Field(() => [MatchReasonType], { description: 'All nine sides, in the order of the enum, each with its reason.' })
  reasons!: readonly MatchReason[];
}

@ObjectType('CallMatch', { description: 'Why a call suits an idea, or what stands in the way: never a bare number.' })
export class CallMatch extends MatchType {
  readonly callId!: string;
}

@ObjectType('IdeaMatch', { description: 'Why an idea suits a call, or what stands in the way: never a bare number.' })
export class IdeaMatch extends MatchType {
  readonly ideaId!: string;
}

const MOST = 50;
/** How many are answered when nobody says. */
const USUAL = { calls: 5, ideas: 10 } as const;

@ArgsType()
class CallMatchArgs {
  @Field(() => Int, { nullable: true, defaultValue: USUAL.calls, description: 'How many at most, 0 to 50.' })
  first?: number | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Only calls whose rules are met.' })
  onlyEligible?: boolean | null;
}

@ArgsType()
class IdeaMatchArgs {
  @Field(() => Int, { nullable: true, defaultValue: USUAL.ideas, description: 'How many at most, 0 to 50.' })
  first?: number | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Only ideas that meet the rules.' })
  onlyEligible?: boolean | null;
}

interface CandidateCall extends CallFacts {
  readonly id: string;
  readonly identifier: string;
  readonly text: TextFacts;
}

/** What the statement brings of an idea; what it seeks is what it asks for, newest first, and then its budget. */
type CandidateIdea = Omit<IdeaFacts, 'sought'> & {
  readonly id: string;
  readonly code: string;
  readonly text: TextFacts;
  readonly requested: IdeaFacts['sought'];
  readonly budget: IdeaFacts['sought'][number] | null;
};

function weigh(idea: CandidateIdea, call: CandidateCall, at: Date): WeighedMatch {
  const sought = idea.budget ? [...idea.requested, idea.budget] : idea.requested;
  return weighMatch({ ...idea, sought }, call, at, { textSimilarity: likeness(idea.text, call.text) });
}

/** Looked at before anything is read, so that it is refused whether or not there is anything to match. */
function refuseBeyond({ args: { first } }: Scope): void {
  if (first < 0 || first > MOST) throw badInput(`first must be at least 0 and at most ${MOST}.`);
}

@Resolver(() => Idea)
export class CallMatchesResolver {
  @FieldResolver(() => [CallMatch], {
    description:
      'Open and forthcoming calls that suit the idea, the eligible first, then the best. At most 1,000 calls are compared, those that close first. GRANT_SIZE looks at amounts only for viewers inside the idea.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return ideaFacts(scope.row.alias, scope);
  })
  callMatches(@Args() args: CallMatchArgs, @SqlResult() idea: CandidateIdea, @Ctx() context: Context) {
    const at = context.readClock();
    const weighed = (call: CandidateCall) => ({ ...weigh(idea, call, at), name: call.identifier, callId: call.id });
    const options = { ...args, first: args.first ?? USUAL.calls };
    return bestTogether(context, context.once(CANDIDATE_CALLS), weighed, options);
  }
}

@Resolver(() => FundingCall)
export class IdeaMatchesResolver {
  @FieldResolver(() => [IdeaMatch], {
    description:
      'Active ideas not yet in PROJECT that suit the call, as far as the viewer may see them, the eligible first, then the best. At most 1,000 ideas are compared, those that changed last.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return callFacts(scope.row.alias);
  })
  ideaMatches(@Args() args: IdeaMatchArgs, @SqlResult() call: CandidateCall, @Ctx() context: Context) {
    const at = context.readClock();
    const weighed = (idea: CandidateIdea) => ({ ...weigh(idea, call, at), name: idea.code, ideaId: idea.id });
    const options = { ...args, first: args.first ?? USUAL.ideas };
    return bestTogether(context, context.once(CANDIDATE_IDEAS), weighed, options);
  }
}

@Resolver(() => CallMatch)
export class CallMatchResolver {
  @FieldResolver(() => FundingCall, { description: 'The call.' })
  call(@Root() { callId }: CallMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.readById(info, 'FundingCall', callId);
  }
}

@Resolver(() => IdeaMatch)
export class IdeaMatchResolver {
  @FieldResolver(() => Idea, { description: 'The idea.' })
  idea(@Root() { ideaId }: IdeaMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.readById(info, 'Idea', ideaId);
  }
}

@Resolver(() => MatchReasonType)
export class MatchReasonResolver {
  @FieldResolver(() => String, { description: 'Why it holds, or what stands in the way.' })
  message(@Root() { message }: MatchReason, @LocaleArg() locale: Locale | null, @Ctx() context: Context) {
    return inLocale(message, locale ?? context.locale);
  }
}
