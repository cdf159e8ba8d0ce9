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
  'ProgrammeResults',
  'OutcomeCount',
  'IndicatorTotal',
  'MilestoneSummary',
  'ApplicationSummary',
  'ApplicationStatusCount',
  'PipelineGroup',
  'Change',
  'Actor',
  'Viewer',
  'AgendaItem',
  'Measurement',
  'ProjectBaseline',
  'ProjectRevision',
  'PageInfo',
  'IdeaConnection',
  'PartnerConnection',
  'FundingCallConnection',
  'ActivityConnection',
  'UserError',
  'ImportRejection',
  'ImportColumn',
  'ImportedRow',
  'IdeaPayload',
  'MembershipPayload',
  'AdvanceIdeaPayload',
  'FundingCallPayload',
  'ApplicationPayload',
  'ProjectPayload',
  'ImportFundingCallsPayload',
  'ImportPartnersPayload',
  'PartnerPayload',
  'FocusAreaPayload',
  'ProgrammePayload',
  'GatePolicy',
  'CreateApiKeyPayload',
  'ApiKeyPayload',
  'CreateWebhookPayload',
  'WebhookPayload',
  'WebhookDeliveryPayload',
  'WebhookDeliveryConnection',
  'StatusUpdateConnection',
  'StatusUpdatePayload',
  'LinkPayload',
  'PartnerMatch',
  'PartnerMatchReason',
  'JoinRequestPayload',
  'ActivityPayload',
  'NoticeSubscriptionPayload',
];

/** Every change that pages make, but `endAllSessions`: whoever has made it may ask for nothing any more. */
const CHANGES = [
  'addLink',
  'addMember',
  'advanceIdea',
  'answerJoinRequest',
  'askToJoin',
  'cancelFundingCall',
  'completeIdea',
  'completeMilestone',
  'correctDecision',
  'correctMeasurement',
  'createApiKey',
  'createFeedToken',
  'createFocusArea',
  'createFundingCall',
  'createIdea',
  'createPartner',
  'createProgramme',
  'createWebhook',
  'updateWebhook',
  'testWebhook',
  'deleteFundingCallDraft',
  'deleteWebhook',
  'discontinueIdea',
  'endMembership',
  'endNoticeSubscription',
  'endSession',
  'followByEmail',
  'importFundingCalls',
  'importIdeas',
  'importPartners',
  'inviteMember',
  'mergePartners',
  'pauseIdea',
  'planProject',
  'postStatusUpdate',
  'publishFundingCall',
  'recordDecision',
  'recordInvitation',
  'recordMeasurement',
  'removeLink',
  'redactActivity',
  'redeliver',
  'resumeIdea',
  'retireFocusArea',
  'returnIdea',
  'reviseProject',
  'revokeApiKey',
  'rotateApiKey',
  'startApplication',
  'startReview',
  'submitApplication',
  'updateApplication',
  'transferIdea',
  'updateFocusArea',
  'updateFundingCall',
  'updateIdea',
  'updateMember',
  'updateNoticeSubscription',
  'updateOutcome',
  'updatePartner',
  'updateProgramme',
  'withdrawApplication',
  'withdrawJoinRequest',
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

/** What waits for the viewer may be another after whatever has happened. */
function forgetAgenda(cache: Cache): void {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer !== 'string') return;
  for (const { fieldName, arguments: given } of cache.inspectFields(viewer))
    if (fieldName.startsWith('agenda')) cache.invalidate(viewer, fieldName, given);
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

/** After a change whatever shows is asked for anew: what else it touched is the service's to know. */
const changed: UpdateResolver = (result, _arguments, cache, info) => {
  const payload = result[info.fieldName] as Record<string, Named | unknown[] | null> | null;
  const refused = (payload?.['userErrors'] as unknown[] | undefined)?.length;
  if (!payload || refused) return;
  for (const thing of Object.values(payload)) if (isNamed(thing)) forgetRest(cache, thing, info);
  for (const { fieldName, arguments: given } of cache.inspectFields('Query'))
    cache.invalidate('Query', fieldName, given);
};

const isNamed = (thing: unknown): thing is Named =>
  typeof thing === 'object' && thing !== null && typeof (thing as Partial<Named>).id === 'string';

/** What it did to the idea comes by itself, as `ideasChanged`; this is what else it may have touched. */
const somethingHappened: UpdateResolver = (result, _arguments, cache, info) => {
  const { kind, subject, idea } = (result as unknown as { activity: { kind: string; subject?: Named; idea?: Named } })
    .activity;
  if (subject?.id !== idea?.id) forgetRest(cache, subject, info);
  if (kind.startsWith('CALL_')) forget(cache, OF_CALLS);
  if (kind.startsWith('PARTNER_')) forget(cache, OF_PARTNERS);
  forgetAgenda(cache);
};

const ideasChanged: UpdateResolver = (result, _arguments, cache, info) => {
  forgetRest(cache, (result as unknown as { ideasChanged: Named }).ideasChanged, info);
  forget(cache, OF_IDEAS);
  forgetAgenda(cache);
};

const callPublished: UpdateResolver = (_result, _arguments, cache) => forget(cache, OF_CALLS);

/** A normalised cache: a card, a page and a chart that show the same idea always agree. */
export function normalisedCache() {
  return cacheExchange({
    keys: Object.fromEntries(EMBEDDED.map(name => [name, () => null])),
    updates: {
      Mutation: Object.fromEntries(CHANGES.map(name => [name, changed])),
      Subscription: { activity: somethingHappened, ideasChanged, fundingCallPublished: callPublished },
    },
  });
}
