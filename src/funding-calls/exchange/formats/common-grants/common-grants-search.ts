import { type Fault, fault } from '../../../../shared/refuse.js';
import type { CallStatus } from '../../../call-status.js';
import { type Given, objectOf } from './common-grants-body.js';
import { RANGE_FILTERS, type Ranges, rangesOf } from './common-grants-ranges.js';
import { type Sorting, sortingOf } from './common-grants-sorting.js';

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
    readonly ranges: Ranges;
    /** Filters of our own, by the names that the API has for them. */
    readonly custom: Readonly<Record<string, readonly string[]>>;
    /** As the caller wrote them. */
    readonly given: Given;
    readonly errors: readonly string[];
  };
  readonly sorting: Sorting;
  readonly page: Page;
}

const DEFAULT_PAGE: Page = { page: 1, pageSize: 100 };
const LARGEST_PAGE = 1_000;

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

/** Filters of our own, and the API's names for them. */
const CUSTOM = new Map([
  ['agency', 'funders'],
  ['programme', 'programmes'],
  ['focusAreas', 'focusAreas'],
]);

function filtersOf(given: Given): OpportunitySearch['filters'] {
  const known = ['status', 'customFilters', ...RANGE_FILTERS];
  const errors = Object.keys(given)
    .filter(key => !known.includes(key))
    .map(key => `${key} is not supported and was not applied`);
  const statuses = given['status'] === undefined ? null : statusesOf(objectOf(given['status']), errors);
  const ranges = rangesOf(given, errors);
  return { statuses, ranges, custom: customOf(objectOf(given['customFilters']), errors), given, errors };
}

function customOf(given: Given, errors: string[]): Record<string, readonly string[]> {
  const read = Object.entries(given).flatMap(([name, filter]) => {
    const field = CUSTOM.get(name);
    const { operator, value } = objectOf(filter);
    const words = operator === 'eq' ? [value] : value;
    if (field && ['eq', 'in'].includes(operator as string) && isWords(words)) return [[field, words] as const];
    errors.push(
      field
        ? `customFilters.${name} takes the operators eq and in`
        : `customFilters.${name} is not supported and was not applied`,
    );
    return [];
  });
  return Object.fromEntries(read);
}

/** No text in the database holds a NUL. */
function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(word => typeof word === 'string' && !word.includes('\0'));
}

const STATUSES: Readonly<Record<string, readonly CallStatus[]>> = {
  forecasted: ['FORTHCOMING'],
  open: ['OPEN'],
  closed: ['CLOSED'],
  custom: ['CANCELLED', 'DRAFT'],
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
