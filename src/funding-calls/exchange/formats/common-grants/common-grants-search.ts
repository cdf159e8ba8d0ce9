import { currencyCode } from '../../../../shared/values/exact-values.js';
import { isInReach } from '../../../../shared/time/instant.js';
import { type Fault, fault } from '../../../../shared/refuse.js';
import type { Amount } from '../../../../shared/money.js';
import type { CallStatus } from '../../../call-status.js';

/** Fields that opportunities can be sorted by here, by the protocol's names. */
const SORTABLE = [
  'lastModifiedAt',
  'createdAt',
  'title',
  'keyDates.closeDate',
  'funding.totalAmountAvailable',
] as const;
export type SortableField = (typeof SORTABLE)[number];

/** The page that was asked for. */
export interface Page {
  readonly page: number;
  readonly pageSize: number;
}

/** What a search asks for, in our words; what could not be used is said and doesn't fail the search. */
export interface OpportunitySearch {
  readonly text: string | null;
  readonly filters: {
    readonly statuses: readonly CallStatus[] | null;
    readonly closeDate: { readonly min: Date; readonly max: Date } | null;
    readonly budget: { readonly min: Amount; readonly max: Amount } | null;
    /** As the caller wrote them. */
    readonly given: Record<string, unknown>;
    readonly errors: readonly string[];
  };
  readonly sorting: {
    readonly sortBy: SortableField;
    readonly sortOrder: 'asc' | 'desc';
    readonly errors: readonly string[];
  };
  readonly page: Page;
}

const DEFAULT_PAGE: Page = { page: 1, pageSize: 100 };
const LARGEST_PAGE = 1_000;

type Given = Record<string, unknown>;

/** The page of a query or body (`page`, `pageSize`), or what is wrong with it. */
export function pageOf(given: unknown): { page: Page } | { faults: Fault[] } {
  const values = objectOf(given);
  const read = (field: 'page' | 'pageSize', most: number) => {
    const value = Number(values[field] ?? DEFAULT_PAGE[field]);
    return Number.isInteger(value) && value >= 1 && value <= most ? value : null;
  };
  const [page, pageSize] = [read('page', 1_000_000), read('pageSize', LARGEST_PAGE)];
  if (page !== null && pageSize !== null) return { page: { page, pageSize } };
  const bad = page === null ? 'page' : 'pageSize';
  const most = page === null ? 1_000_000 : LARGEST_PAGE;
  return {
    faults: [
      fault('INVALID', [bad], {
        sv: `${bad} ska vara ett heltal, 1–${most}.`,
        en: `${bad} must be a whole number, 1–${most}.`,
      }),
    ],
  };
}

/** Reads the body of a search; only its pagination can be wrong in a way that refuses it. */
export function searchOf(body: unknown): { search: OpportunitySearch } | { faults: Fault[] } {
  const { search, filters, sorting, pagination } = objectOf(body);
  const page = pageOf(pagination);
  if ('faults' in page) return page;
  const text = typeof search === 'string' && search.trim() !== '' ? search.trim().slice(0, 1_000) : null;
  return {
    search: { text, filters: filtersOf(objectOf(filters)), sorting: sortingOf(objectOf(sorting)), page: page.page },
  };
}

function filtersOf(given: Given): OpportunitySearch['filters'] {
  const errors: string[] = [];
  const known = ['status', 'closeDateRange', 'totalFundingAvailableRange'];
  errors.push(
    ...Object.keys(given)
      .filter(key => !known.includes(key))
      .map(key => `${key} is not supported and was not applied`),
  );
  const statuses = given['status'] === undefined ? null : statusesOf(objectOf(given['status']), errors);
  const closeDate = rangeOf(given, 'closeDateRange', dateOf, errors);
  const budget = rangeOf(given, 'totalFundingAvailableRange', amountOf, errors);
  return { statuses, closeDate, budget, given, errors };
}

const STATUSES: Readonly<Record<string, readonly CallStatus[]>> = {
  forecasted: ['FORTHCOMING'],
  open: ['OPEN'],
  closed: ['CLOSED'],
  custom: ['CANCELLED'],
};

function statusesOf({ operator, value }: Given, errors: string[]): CallStatus[] | null {
  const words = Array.isArray(value)
    ? value.filter(word => typeof word === 'string' && Object.hasOwn(STATUSES, word))
    : [];
  if (!Array.isArray(value) || words.length < value.length || (operator !== 'in' && operator !== 'notIn')) {
    errors.push('status takes the operators in and notIn and the values forecasted, open, closed and custom');
    return null;
  }
  const wanted = Object.entries(STATUSES).filter(([word]) => words.includes(word) === (operator === 'in'));
  return wanted.flatMap(([, statuses]) => statuses);
}

function rangeOf<T>(
  given: Given,
  field: string,
  read: (value: unknown, edge: 'min' | 'max') => T | null,
  errors: string[],
) {
  if (given[field] === undefined) return null;
  const { operator, value } = objectOf(given[field]);
  const [min, max] = (['min', 'max'] as const).map(edge => read(objectOf(value)[edge], edge));
  if (operator === 'between' && min != null && max != null) return { min, max };
  errors.push(`${field} takes the operator between and a value with min and max`);
  return null;
}

/** A day counts whole: as the first moment of the range it begins, as the last it ends. */
function dateOf(value: unknown, edge: 'min' | 'max'): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(value)) return null;
  const day = edge === 'min' ? `${value}T00:00:00Z` : `${value}T23:59:59.999Z`;
  const at = new Date(value.length > 10 ? value : day);
  return isInReach(at) ? at : null;
}

function amountOf(value: unknown): Amount | null {
  const { amount, currency } = objectOf(value);
  if (typeof amount !== 'string' || !/^\d{1,15}(?:\.\d{1,2})?$/.test(amount)) return null;
  const code = typeof currency === 'string' ? currencyCode(currency) : undefined;
  return code === undefined ? null : { amount, currency: code };
}

function sortingOf({ sortBy, sortOrder }: Given): OpportunitySearch['sorting'] {
  const order = sortOrder === 'asc' ? 'asc' : 'desc';
  const field = SORTABLE.find(name => name === sortBy);
  if (field) return { sortBy: field, sortOrder: order, errors: [] };
  const errors = sortBy === undefined ? [] : [`sortBy takes ${SORTABLE.join(', ')}; sorted by lastModifiedAt`];
  return { sortBy: 'lastModifiedAt', sortOrder: order, errors };
}

function objectOf(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
}
