import { parse } from 'graphql';
import type { ExportedCall } from '../../../funding-calls/exchange/exported-call.js';
import { type RunQuery, nodesOf } from '../../graphql/own-query.js';
import type { Untyped } from '../../../shared/untyped.js';

const CALL = `{
  id identifier titleSv: title(locale: SV) titleEn: title(locale: EN) summarySv: summary(locale: SV) summaryEn: summary(locale: EN)
  programme funder url status deadlineModel opensAt deadlines { at label } budget { amount currency } grantMin { amount currency }
  grantMax { amount currency } fundingRate minPartners minCountries requiredSectors trlMin trlMax focusAreas { code }
  environmentalObjectives createdAt updatedAt
}`;

const LIST = parse(`query ($first: Int!, $after: String, $filter: FundingCallFilter, $orderBy: FundingCallOrder) {
  fundingCalls(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { pageInfo { hasNextPage endCursor } nodes ${CALL} }
}`);

/** The API's own longest page. */
const LONGEST_PAGE = 100;

const COUNT = parse(`query ($filter: FundingCallFilter) { fundingCalls(first: 0, filter: $filter) { totalCount } }`);

const ONE = parse(`query ($id: ID, $identifier: String) { fundingCall(id: $id, identifier: $identifier) ${CALL} }`);

/** A date as JSON, whether the API gave a moment as text or as a date. */
const iso = (moment: string | Date | null) => (moment ? new Date(moment).toISOString() : null);

function exported(call: Untyped): ExportedCall {
  return {
    ...call,
    title: { sv: call.titleSv, en: call.titleEn },
    summary: call.summarySv ? { sv: call.summarySv, en: call.summaryEn } : null,
    opensAt: iso(call.opensAt),
    deadlines: call.deadlines.map(({ at, label }: Untyped) => ({ at: iso(at)!, label })),
    focusAreas: call.focusAreas.map(({ code }: Untyped) => code),
    createdAt: iso(call.createdAt)!,
    updatedAt: iso(call.updatedAt)!,
  };
}

/** A call among those that `query` sees, by its id or the funder's own identifier, or null. */
export async function exportedCall(
  query: RunQuery,
  by: { readonly id: string } | { readonly identifier: string },
): Promise<ExportedCall | null> {
  const { fundingCall } = await query(ONE, by);
  return fundingCall && exported(fundingCall);
}

/** All calls that the conditions hold for, in their order, a page at a time. */
export async function* everyExportedCall(
  query: RunQuery,
  variables: object,
  first = LONGEST_PAGE,
): AsyncGenerator<ExportedCall> {
  const pages = { document: LIST, list: 'fundingCalls', variables: { ...variables, first } };
  for await (const call of nodesOf(query, pages)) yield exported(call);
}

/** So many of the calls from a place on, as the protocols page, walked to over the API's own pages. */
export async function exportedCalls(
  query: RunQuery,
  { variables, offset, limit }: { variables: object; offset: number; limit: number },
): Promise<{ calls: ExportedCall[]; total: number }> {
  const { fundingCalls } = await query(COUNT, variables);
  const calls: ExportedCall[] = [];
  let place = 0;
  // Whoever asks for little pays for little.
  for await (const call of everyExportedCall(query, variables, Math.min(offset + limit, LONGEST_PAGE))) {
    if (place >= offset) calls.push(call);
    if ((place += 1) >= offset + limit) break;
  }
  return { calls, total: fundingCalls.totalCount };
}
