import type { FastifyInstance, FastifyReply } from 'fastify';
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
import { inLocale } from '../../shared/localized-text.js';
import type { Fault } from '../../shared/refuse.js';
import { exportedCall, exportedCalls } from './exported-calls.js';
import { askerOf, type Exporting } from './own-query.js';

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

/** One page of opportunities by number, as the protocol has it. */
async function pageOfOpportunities(
  exporting: Exporting,
  context: Context,
  search: typeof NEWEST,
  { page, pageSize }: Page,
): Promise<{ items: Opportunity[]; totalItems: number }> {
  const place = { variables: variablesOf(search), offset: (page - 1) * pageSize, limit: pageSize };
  const { calls, total } = await exportedCalls(exporting, context, place);
  return { items: calls.map(call => toCommonGrants(call, context.locale)), totalItems: total };
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
    const call = id && (await exportedCall(exporting, context, id));
    if (!call) return reply.status(404).send(errorAnswer(404, 'There is no such opportunity.'));
    return getAnswer(toCommonGrants(call, context.locale));
  });
  server.post(`${base}/search`, async (request, reply) => {
    const context = await askerOf(exporting, request);
    const asked = searchOf(request.body);
    if ('faults' in asked) return refuse(reply, context, asked.faults);
    const { items, totalItems } = await pageOfOpportunities(exporting, context, asked.search, asked.search.page);
    return searchAnswer(items, asked.search, totalItems);
  });
}
