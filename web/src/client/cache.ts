import { cacheExchange, type Cache, type ResolveInfo, type UpdateResolver } from '@urql/exchange-graphcache';

/** Types without an id live inside their parent. */
const EMBEDDED = [
  'Money',
  'Consortium',
  'GateReadiness',
  'Requirement',
  'CallMatch',
  'IdeaMatch',
  'MatchReason',
  'CallDeadline',
  'CallSource',
  'Pipeline',
  'StageSummary',
  'PipelineCell',
  'StateCount',
  'FundingSummary',
  'StageConversion',
  'DeadlineWarning',
  'PipelineSnapshot',
  'StageCount',
  'PipelineForecast',
  'ForecastAssumption',
  'Quantiles',
  'FundingQuantiles',
  'ProgrammeGoal',
  'Change',
  'Actor',
  'Viewer',
  'Measurement',
  'PageInfo',
  'IdeaConnection',
  'PartnerConnection',
  'FundingCallConnection',
  'ActivityConnection',
  'UserError',
  'ImportRejection',
  'ImportedRow',
  'IdeaPayload',
  'AdvanceIdeaPayload',
  'FundingCallPayload',
  'ImportFundingCallsPayload',
];

/** What an idea's change may alter: lists it stands in or leaves, sums it is part of, its own page. */
const OF_IDEAS = new Set(['idea', 'ideas', 'pipeline', 'partner']);
const OF_CALLS = new Set(['fundingCall', 'fundingCalls', 'idea']);
const OF_PARTNERS = new Set(['partner', 'partners']);

function forget(cache: Cache, fields: ReadonlySet<string>): void {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (fields.has(fieldName)) cache.invalidate('Query', fieldName, given);
  }
}

/** A thing that the service named, by what the cache keeps it under. */
interface Named {
  __typename: string;
  id: string;
}

/** Forgets what the answer doesn't tell of the thing: other fields may have changed too, and other languages. */
function forgetRest(cache: Cache, thing: Named | null | undefined, { variables }: ResolveInfo): void {
  if (!thing) return;
  const entity = { __typename: thing.__typename, id: thing.id };
  for (const { fieldName, arguments: given } of cache.inspectFields(entity)) {
    const told = fieldName in thing && (!given || given['locale'] === variables['locale']);
    if (!told) cache.invalidate(entity, fieldName, given);
  }
}

const ideaMoved: UpdateResolver = (_result, _arguments, cache) => forget(cache, OF_IDEAS);

const callChanged: UpdateResolver = (result, _arguments, cache, info) => {
  forgetRest(cache, (result[info.fieldName] as { call?: Named | null } | null)?.call, info);
  forget(cache, OF_CALLS);
};

/** What it did to the idea comes by itself, as `ideasChanged`; this is what else it may have touched. */
const somethingHappened: UpdateResolver = (result, _arguments, cache, info) => {
  const { kind, subject, idea } = (result as unknown as { activity: { kind: string; subject?: Named; idea?: Named } })
    .activity;
  if (subject?.id !== idea?.id) forgetRest(cache, subject, info);
  if (kind.startsWith('CALL_')) forget(cache, OF_CALLS);
  if (kind.startsWith('PARTNER_')) forget(cache, OF_PARTNERS);
};

const ideasChanged: UpdateResolver = (result, _arguments, cache, info) => {
  forgetRest(cache, (result as unknown as { ideasChanged: Named }).ideasChanged, info);
  forget(cache, OF_IDEAS);
};

const callPublished: UpdateResolver = (_result, _arguments, cache) => forget(cache, OF_CALLS);

/** A normalised cache: a card, a page and a chart that show the same idea always agree. */
export function normalisedCache() {
  return cacheExchange({
    keys: Object.fromEntries(EMBEDDED.map(name => [name, () => null])),
    updates: {
      Mutation: {
        advanceIdea: ideaMoved,
        returnIdea: ideaMoved,
        pauseIdea: ideaMoved,
        resumeIdea: ideaMoved,
        discontinueIdea: ideaMoved,
        completeIdea: ideaMoved,
        createFundingCall: callChanged,
        updateFundingCall: callChanged,
        publishFundingCall: callChanged,
        cancelFundingCall: callChanged,
        importFundingCalls: callChanged,
      },
      Subscription: { activity: somethingHappened, ideasChanged, fundingCallPublished: callPublished },
    },
  });
}
