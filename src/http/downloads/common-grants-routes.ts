import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../../context/context.js';
import {
  errorAnswer,
  getAnswer,
  listAnswer,
  searchAnswer,
} from '../../funding-calls/exchange/formats/common-grants/common-grants-answers.js';
import {
  type OpportunitySearch,
  type Page,
  pageOf,
  searchOf,
} from '../../funding-calls/exchange/formats/common-grants/common-grants-search.js';
import {
  callIdOf,
  type Opportunity,
  toCommonGrants,
} from '../../funding-calls/exchange/formats/common-grants/write-common-grants.js';
import { inLocale } from '../../shared/text/localized-text.js';
import type { Fault } from '../../shared/refuse.js';
import type { Download, Downloads } from './downloads.js';
import { exportedCall, exportedCalls } from './exported-calls.js';
import { text } from './parameters.js';

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
  { query, context }: Pick<Download, 'query' | 'context'>,
  search: typeof NEWEST,
  { page, pageSize }: Page,
): Promise<{ items: Opportunity[]; totalItems: number }> {
  const place = { variables: variablesOf(search), offset: (page - 1) * pageSize, limit: pageSize };
  const { calls, total } = await exportedCalls(query, place);
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
export function serveCommonGrants(server: FastifyInstance, downloads: Downloads): void {
  const url = '/common-grants/opportunities';
  // What is wrong with a page's number or size is refused in a form of the protocol's own.
  const parameters = { page: text, pageSize: text };
  for (const list of [url, `${url}/`]) {
    downloads.serve(server, { url: list, parameters }, async (download, _request, reply) => {
      const read = pageOf(download.parameters);
      if ('faults' in read) return refuse(reply, download.context, read.faults);
      const { items, totalItems } = await pageOfOpportunities(download, NEWEST, read.page);
      return listAnswer(items, read.page, totalItems);
    });
  }
  downloads.serve(server, { url: `${url}/:id`, parameters: {} }, async ({ query, context }, request, reply) => {
    const id = callIdOf((request.params as { id: string }).id);
    const call = id && (await exportedCall(query, id));
    if (!call) return reply.status(404).send(errorAnswer(404, 'There is no such opportunity.'));
    return getAnswer(toCommonGrants(call, context.locale));
  });
  const search = { method: 'POST', url: `${url}/search`, parameters: {} } as const;
  downloads.serve(server, search, async (download, { body }, reply) => {
    const read = searchOf(body);
    if ('faults' in read) return refuse(reply, download.context, read.faults);
    const { items, totalItems } = await pageOfOpportunities(download, read.search, read.search.page);
    return searchAnswer(items, read.search, totalItems);
  });
}
