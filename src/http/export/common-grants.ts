import type { FastifyInstance, FastifyReply } from 'fastify';
import { parse } from 'graphql';
import type { Context } from '../../context.js';
import {
  errorAnswer,
  getAnswer,
  listAnswer,
  type Page,
  searchAnswer,
} from '../../funding-calls/export/common-grants-answers.js';
import { type OpportunitySearch, pageOf, searchOf } from '../../funding-calls/export/common-grants-search.js';
import { callIdOf, type Opportunity, toCommonGrants } from '../../funding-calls/export/common-grants.js';
import type { ExportedCall } from '../../funding-calls/export/exported-call.js';
import { inLocale } from '../../shared/localized-text.js';
import type { Fault } from '../../shared/refuse.js';
import { ask, askerOf, type Exporting, nodesOf } from './own-query.js';

const CALL = `{
  id identifier titleSv: title(locale: SV) titleEn: title(locale: EN) summarySv: summary(locale: SV) summaryEn: summary(locale: EN)
  programme funder url status deadlineModel opensAt deadlines { at label } budget { amount currency } grantMin { amount currency }
  grantMax { amount currency } fundingRate minPartners minCountries requiredSectors trlMin trlMax focusAreas { code }
  environmentalObjectives createdAt updatedAt
}`;

const LIST = parse(`query ($after: String, $filter: FundingCallFilter, $orderBy: FundingCallOrder) {
  fundingCalls(first: 100, after: $after, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } nodes ${CALL} }
}`);

const ONE = parse(`query ($id: ID!) { fundingCall(id: $id) ${CALL} }`);

/** A date as JSON, whether the API gave a moment as text or as a date. */
const iso = (moment: string | Date | null) => (moment ? new Date(moment).toISOString() : null);

function exported(call: any): ExportedCall {
  return {
    ...call,
    title: { sv: call.titleSv, en: call.titleEn },
    summary: call.summarySv ? { sv: call.summarySv, en: call.summaryEn } : null,
    opensAt: iso(call.opensAt),
    deadlines: call.deadlines.map(({ at, label }: any) => ({ at: iso(at)!, label })),
    focusAreas: call.focusAreas.map(({ code }: any) => code),
    createdAt: iso(call.createdAt)!,
    updatedAt: iso(call.updatedAt)!,
  };
}

/** The fields of the protocol that the API orders by; the others fall back to the last changed. */
const ORDER: Readonly<Record<OpportunitySearch['sorting']['sortBy'], string>> = {
  lastModifiedAt: 'UPDATED_AT',
  createdAt: 'UPDATED_AT',
  title: 'TITLE',
  'keyDates.closeDate': 'NEXT_DEADLINE',
  'funding.totalAmountAvailable': 'BUDGET',
};

const NEWEST: Pick<OpportunitySearch, 'text' | 'filters' | 'sorting'> = {
  text: null,
  filters: { statuses: null, closeDate: null, budget: null, given: {}, errors: [] },
  sorting: { sortBy: 'lastModifiedAt', sortOrder: 'desc', errors: [] },
};

function variablesOf({ text, filters, sorting }: typeof NEWEST) {
  const { statuses, closeDate, budget } = filters;
  return {
    filter: {
      ...(text && { text }),
      ...(statuses && { statuses }),
      ...(closeDate && { deadlineAfter: closeDate.min.toISOString(), deadlineBefore: closeDate.max.toISOString() }),
      ...(budget && { minBudget: budget.min }),
    },
    orderBy: { field: ORDER[sorting.sortBy], direction: sorting.sortOrder.toUpperCase() },
  };
}

/** One page of opportunities by number, as the protocol has it, walked to over the API's own pages. */
async function pageOfOpportunities(
  { api }: Exporting,
  context: Context,
  search: typeof NEWEST,
  { page, pageSize }: Page,
) {
  const variables = variablesOf(search);
  const { fundingCalls } = await ask(api, context, LIST, { ...variables, after: null });
  const items: Opportunity[] = [];
  let place = 0;
  for await (const call of nodesOf(api, context, { document: LIST, list: 'fundingCalls', variables })) {
    if (place >= page * pageSize) break;
    if (place >= (page - 1) * pageSize) items.push(toCommonGrants(exported(call), context.locale));
    place += 1;
  }
  return { items, totalItems: fundingCalls.totalCount as number };
}

function refuse(reply: FastifyReply, context: Context, faults: readonly Fault[]) {
  const errors = faults.map(({ message, path }) => ({
    field: path?.join('.') ?? '',
    message: inLocale(message, context.locale),
  }));
  return reply.status(400).send(errorAnswer(400, errors.map(({ message }) => message).join(' '), errors));
}

/** Published calls in the CommonGrants protocol: list, get and search. https://commongrants.org */
export function serveCommonGrants(server: FastifyInstance, exporting: Exporting): void {
  const base = '/common-grants/opportunities';
  server.get(base, async (request, reply) => {
    const context = await askerOf(exporting, request);
    const asked = pageOf(request.query);
    if ('faults' in asked) return refuse(reply, context, asked.faults);
    const { items, totalItems } = await pageOfOpportunities(exporting, context, NEWEST, asked.page);
    return listAnswer(items, asked.page, totalItems);
  });
  server.get(`${base}/:id`, async (request, reply) => {
    const context = await askerOf(exporting, request);
    const id = callIdOf((request.params as { id: string }).id);
    const call = id && (await ask(exporting.api, context, ONE, { id })).fundingCall;
    if (!call) return reply.status(404).send(errorAnswer(404, 'There is no such opportunity.'));
    return getAnswer(toCommonGrants(exported(call), context.locale));
  });
  server.post(`${base}/search`, async (request, reply) => {
    const context = await askerOf(exporting, request);
    const asked = searchOf(request.body);
    if ('faults' in asked) return refuse(reply, context, asked.faults);
    const { items, totalItems } = await pageOfOpportunities(exporting, context, asked.search, asked.search.page);
    return searchAnswer(items, asked.search, totalItems);
  });
}
