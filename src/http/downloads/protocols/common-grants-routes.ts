import type { FastifyInstance } from 'fastify';
import {
  errorAnswer,
  getAnswer,
  listAnswer,
  searchAnswer,
} from '../../../funding-calls/exchange/formats/common-grants/common-grants-answers.js';
import {
  type OpportunitySearch,
  type Page,
  pageOf,
  searchOf,
} from '../../../funding-calls/exchange/formats/common-grants/common-grants-search.js';
import { isInRanges } from '../../../funding-calls/exchange/formats/common-grants/common-grants-ranges.js';
import {
  inOrder,
  isOrderOfTheApi,
  NEWEST,
} from '../../../funding-calls/exchange/formats/common-grants/common-grants-sorting.js';
import type { ExportedCall } from '../../../funding-calls/exchange/exported-call.js';
import {
  callIdOf,
  type Opportunity,
  toCommonGrants,
} from '../../../funding-calls/exchange/formats/common-grants/write-common-grants.js';
import { inLocale } from '../../../shared/text/localized-text.js';
import type { Fault } from '../../../shared/refuse.js';
import type { JsonSchema } from '../../json-schema.js';
import { CG_FOUND, CG_LIST, CG_ONE, CG_REFUSAL, CG_SEARCH } from '../../openapi/common-grants-schemas.js';
import type { Described } from '../../openapi/described.js';
import { answerErrors, HttpRefusal } from '../../refusals/refusal.js';
import type { Download, Downloads } from '../downloads.js';
import { everyExportedCall, exportedCall, exportedCalls } from './exported-calls.js';
import { text } from '../parameters.js';
import { tagged } from '../../tagged.js';

const described = (id: string, summary: string, answer: JsonSchema): Described => ({
  id: `common_grants_${id}`,
  tag: 'CommonGrants',
  summary,
  answers: { 'application/json': answer },
  refusal: CG_REFUSAL,
});
const LIST = described('list', 'The published calls as opportunities, the last changed first.', CG_LIST);
const ONE = { ...described('get', 'One of them by its UUID.', CG_ONE), otherwise: { 404: CG_REFUSAL } };
const SEARCH = { ...described('search', 'Those that filters and words hold for.', CG_FOUND), body: CG_SEARCH };

const NEWEST_FIRST: Pick<OpportunitySearch, 'text' | 'filters' | 'sorting'> = {
  text: null,
  filters: { statuses: null, ranges: {}, custom: {}, given: {}, errors: [] },
  sorting: NEWEST,
};

function variablesOf({ text, filters, sorting }: typeof NEWEST_FIRST) {
  const { statuses, custom } = filters;
  return {
    filter: { ...(text && { text }), ...(statuses && { statuses }), ...custom },
    orderBy: { field: sorting.field, direction: sorting.sortOrder.toUpperCase() },
  };
}

/**
 * One page of opportunities by number, as the protocol has it. Ranges, and orders that the API hasn't, are of the calls
 * themselves: all that the rest holds for are read.
 */
async function pageOfOpportunities(
  { query, context }: Pick<Download, 'query' | 'context'>,
  search: typeof NEWEST_FIRST,
  { page, pageSize }: Page,
): Promise<{ items: Opportunity[]; totalItems: number }> {
  const variables = variablesOf(search);
  const place = { offset: (page - 1) * pageSize, limit: pageSize };
  const { ranges } = search.filters;
  const shown = (call: ExportedCall) => toCommonGrants(call, context.locale);
  if (Object.keys(ranges).length === 0 && isOrderOfTheApi(search.sorting)) {
    const { calls, total } = await exportedCalls(query, { variables, ...place });
    return { items: calls.map(shown), totalItems: total };
  }
  const found: ExportedCall[] = [];
  for await (const call of everyExportedCall(query, variables)) if (isInRanges(call, ranges)) found.push(call);
  const inPlace = inOrder(found, search.sorting).slice(place.offset, place.offset + place.limit);
  return { items: inPlace.map(shown), totalItems: found.length };
}

/** What is wrong with a request, by the names of its fields. */
class Unfit extends HttpRefusal {
  constructor(private readonly faults: readonly Fault[]) {
    super(400, 'BAD_USER_INPUT', faults.map(({ message }) => inLocale(message, 'EN')).join(' '));
  }

  override errors() {
    return this.faults.map(({ message, path }) => ({
      field: path?.join('.') ?? '',
      message: inLocale(message, 'EN'),
      extensions: { code: this.code },
    }));
  }
}

/** Published calls in the CommonGrants protocol, version 0.5: list, get and search. https://commongrants.org */
export function serveCommonGrants(server: FastifyInstance, downloads: Downloads): Promise<void> {
  return tagged(server, routes => {
    answerErrors(routes, refusal => errorAnswer(refusal.status, refusal.message, refusal.errors()));
    serveOpportunities(routes, downloads);
  });
}

function serveOpportunities(server: FastifyInstance, downloads: Downloads): void {
  const url = '/common-grants/opportunities';
  // What is wrong with a page's number or size is refused in a form of the protocol's own.
  const parameters = { page: text, pageSize: text };
  for (const list of [url, `${url}/`]) {
    downloads.serve(server, { url: list, parameters, publishes: true, described: LIST }, async download => {
      const read = pageOf(download.parameters);
      if ('faults' in read) throw new Unfit(read.faults);
      const { items, totalItems } = await pageOfOpportunities(download, NEWEST_FIRST, read.page);
      return listAnswer(items, read.page, totalItems);
    });
  }
  downloads.serve(
    server,
    { url: `${url}/:id`, parameters: {}, publishes: true, described: ONE },
    async ({ query, context }, request) => {
      const id = callIdOf((request.params as { id: string }).id);
      const call = id && (await exportedCall(query, { id }));
      if (!call) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such opportunity.');
      return getAnswer(toCommonGrants(call, context.locale));
    },
  );
  for (const search of [`${url}/search`, `${url}/search/`])
    downloads.serve(
      server,
      { method: 'POST', url: search, parameters: {}, publishes: true, described: SEARCH },
      async (download, { body }) => {
        const read = searchOf(body);
        if ('faults' in read) throw new Unfit(read.faults);
        const { items, totalItems } = await pageOfOpportunities(download, read.search, read.search.page);
        return searchAnswer(items, read.search, totalItems);
      },
    );
}
