import type { Opportunity } from './write-common-grants.js';
import type { OpportunitySearch, Page } from './common-grants-search.js';

const SUCCESS = { status: 200, message: 'Success' } as const;

/** Where the answer stands among all pages. */
export function paginationInfo({ page, pageSize }: Page, totalItems: number) {
  return { page, pageSize, totalItems, totalPages: Math.ceil(totalItems / pageSize) };
}

/** The answer of GET /common-grants/opportunities. */
export function listAnswer(items: readonly Opportunity[], page: Page, totalItems: number) {
  return { ...SUCCESS, items, paginationInfo: paginationInfo(page, totalItems) };
}

/** The answer of GET /common-grants/opportunities/{oppId}. */
export function getAnswer(data: Opportunity) {
  return { ...SUCCESS, data };
}

/** The answer of POST /common-grants/opportunities/search; it repeats the filters and the order, and what it left out. */
export function searchAnswer(items: readonly Opportunity[], search: OpportunitySearch, totalItems: number) {
  const { sorting, filters, page } = search;
  return {
    ...SUCCESS,
    items,
    paginationInfo: paginationInfo(page, totalItems),
    sortInfo: {
      sortBy: sorting.sortBy,
      ...(sorting.customSortBy && { customSortBy: sorting.customSortBy }),
      sortOrder: sorting.sortOrder,
      ...errorsOf(sorting.errors),
    },
    filterInfo: { filters: filters.given, ...errorsOf(filters.errors) },
  };
}

/** An answer that isn't a success: what is wrong, in English as all refusals are, each with a code for programs. */
export function errorAnswer(status: number, message: string, errors: readonly unknown[]) {
  return { status, message, errors };
}

function errorsOf(errors: readonly string[]) {
  return errors.length > 0 ? { errors } : {};
}
