import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context/context.js';
import { callStatus } from '../funding-calls/call-clock.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { badInput } from '../reading/bad-input.js';
import { SqlResult, NeedsSql } from '../reading/sql-fields.js';
import type { Scope } from '../reading/scope.js';
import { inLine } from '../shared/program/breath.js';
import { LocaleArg } from '../shared/text/localized-field.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { bestTogether, type Comparison, countLeftOut } from './best.js';
import {
  type CandidateCall,
  type CandidateIdea,
  type Candidates,
  candidatesOf,
  seeking,
  type WithText,
} from './candidates.js';
import { atMoment, type CallAtMoment, weighMatch } from './match.js';
import type { MatchReason } from './match-facts.js';
import { CANDIDATE_CALLS, CANDIDATE_IDEAS, callFacts, ideaFacts } from './match-sql.js';
import {
  ALL_REASONS,
  CallMatch,
  CallMatchArgs,
  IdeaMatch,
  IdeaMatchArgs,
  MatchReasonType,
  type MatchType,
  MOST_MATCHES,
  suggested,
  SuggestedArgs,
  USUAL_MATCHES,
} from './match-types.js';

type IdeaAtHand = ReturnType<typeof seeking>;

function calls(context: Context): Promise<Candidates<CallAtMoment<CandidateCall>>> {
  const at = context.readClock();
  return context.once(CANDIDATE_CALLS, read => candidatesOf(read, (call: CandidateCall) => atMoment(call, at)));
}

function withIdea(facts: WithText<CandidateIdea>): Comparison<CallAtMoment<CandidateCall>> {
  const idea = seeking(facts);
  return {
    text: facts.text,
    weigh: (call, textSimilarity) => weighMatch(idea, call, { textSimilarity }),
    nameOf: ({ call }) => call.identifier,
  };
}

function ideas(context: Context): Promise<Candidates<IdeaAtHand>> {
  return context.once(CANDIDATE_IDEAS, read => candidatesOf(read, seeking));
}

/** A draft is compared as if it were published now, so that whoever writes it sees what it would do. */
function withCall(facts: WithText<CandidateCall>, at: Date): Comparison<IdeaAtHand> {
  const call = atMoment(callStatus(facts, at) === 'DRAFT' ? { ...facts, publishedAt: at } : facts, at);
  return {
    text: facts.text,
    weigh: (idea, textSimilarity) => weighMatch(idea, call, { textSimilarity }),
    nameOf: ({ code }) => code,
  };
}

/** Looked at before anything is read, so that it is refused whether or not there is anything to match. */
function refuseBeyond({ args: { first, minScore } }: Scope): void {
  if (first < 0 || first > MOST_MATCHES) throw badInput(`first must be at least 0 and at most ${MOST_MATCHES}.`);
  if (minScore < 0 || minScore > 1) throw badInput('minScore must be at least 0 and at most 1.');
}

@Resolver(() => Idea)
export class CallMatchesResolver {
  @FieldResolver(() => [CallMatch], {
    description:
      'Open and forthcoming calls that suit the idea, the eligible first, then the best; those that score less than minScore are left out. At most 1,000 calls are compared, those that close first. GRANT_SIZE looks at amounts only for viewers inside the idea.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return ideaFacts(scope.row.alias, scope);
  })
  async callMatches(@Args() args: CallMatchArgs, @SqlResult() idea: WithText<CandidateIdea>, @Ctx() context: Context) {
    const wanted = { ...suggested(args), first: args.first ?? USUAL_MATCHES.calls };
    const found = await bestTogether(context, calls(context), withIdea(idea), wanted);
    return found.map(({ candidate, match }) => ({ ...match, callId: candidate.call.id }));
  }

  @FieldResolver(() => Int, {
    description: 'How many of the calls compared score less than minScore, and are therefore not among `callMatches`.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return ideaFacts(scope.row.alias, scope);
  })
  callMatchesLeftOut(@Args() args: SuggestedArgs, @SqlResult() idea: WithText<CandidateIdea>, @Ctx() context: Context) {
    return countLeftOut(calls(context), withIdea(idea), suggested(args));
  }
}

@Resolver(() => FundingCall)
export class IdeaMatchesResolver {
  @FieldResolver(() => [IdeaMatch], {
    description:
      'Active ideas not yet in PROJECT that suit the call, as far as the viewer may see them, the eligible first, then the best; those that score less than minScore are left out. At most 1,000 ideas are compared, those that changed last. A DRAFT is compared as if it were published now.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return callFacts(scope.row.alias);
  })
  async ideaMatches(@Args() args: IdeaMatchArgs, @SqlResult() call: WithText<CandidateCall>, @Ctx() context: Context) {
    const wanted = { ...suggested(args), first: args.first ?? USUAL_MATCHES.ideas };
    const found = await bestTogether(context, ideas(context), withCall(call, context.readClock()), wanted);
    return found.map(({ candidate, match }) => ({ ...match, ideaId: candidate.id }));
  }

  @FieldResolver(() => Int, {
    description: 'How many of the ideas compared score less than minScore, and are therefore not among `ideaMatches`.',
  })
  @NeedsSql(scope => {
    refuseBeyond(scope);
    return callFacts(scope.row.alias);
  })
  ideaMatchesLeftOut(@Args() args: SuggestedArgs, @SqlResult() call: WithText<CandidateCall>, @Ctx() context: Context) {
    return countLeftOut(ideas(context), withCall(call, context.readClock()), suggested(args));
  }
}

/** What the matches are of is asked for at once; their many reasons are put together one match after another. */
async function reasonsInTurn({ reasons }: MatchType, request: Context): Promise<readonly MatchReason[]> {
  await inLine(request);
  return reasons;
}

@Resolver(() => CallMatch)
export class CallMatchResolver {
  @FieldResolver(() => FundingCall, { description: 'The call.' })
  call(@Root() { callId }: CallMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.readById(info, 'FundingCall', callId);
  }

  @FieldResolver(() => [MatchReasonType], ALL_REASONS)
  reasons(@Root() match: CallMatch, @Ctx() context: Context) {
    return reasonsInTurn(match, context);
  }
}

@Resolver(() => IdeaMatch)
export class IdeaMatchResolver {
  @FieldResolver(() => Idea, { description: 'The idea.' })
  idea(@Root() { ideaId }: IdeaMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.readById(info, 'Idea', ideaId);
  }

  @FieldResolver(() => [MatchReasonType], ALL_REASONS)
  reasons(@Root() match: IdeaMatch, @Ctx() context: Context) {
    return reasonsInTurn(match, context);
  }
}

@Resolver(() => MatchReasonType)
export class MatchReasonResolver {
  @FieldResolver(() => String, { description: 'Why it holds, or what stands in the way.' })
  message(@Root() { message }: MatchReason, @LocaleArg() locale: Locale | null, @Ctx() context: Context) {
    return inLocale(message, locale ?? context.locale);
  }
}
