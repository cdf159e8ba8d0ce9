import { type Fault, fault } from '../../../../shared/refuse.js';
import type { CallStatus } from '../../../call-status.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import { type Given, isGiven, objectOf } from './common-grants-body.js';
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
const MOST_PAGES = 1_000_000;

/** The page of a query or body (`page`, `pageSize`), or what is wrong with it. */
export function pageOf(given: Given): { page: Page } | { faults: Fault[] } {
  const [page, pageSize] = [numberIn(given, 'page', MOST_PAGES), numberIn(given, 'pageSize', LARGEST_PAGE)];
  if (page !== null && pageSize !== null) return { page: { page, pageSize } };
  const [bad, most] = page === null ? ['page', MOST_PAGES] : ['pageSize', LARGEST_PAGE];
  return wrong(bad, `${bad} ska vara ett heltal, 1–${most}.`, `${bad} must be a whole number, 1–${most}.`);
}

/** In a query numbers are written. */
function numberIn(given: Given, field: keyof Page, most: number): number | null {
  const value = given[field] ?? DEFAULT_PAGE[field];
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= most ? number : null;
}

function wrong(field: string, sv: string, en: string): { faults: Fault[] } {
  return { faults: [fault('INVALID', [field], { sv, en })] };
}

interface Kind {
  readonly is: Bilingual;
  readonly fits: (value: unknown) => boolean;
}

const TEXT: Kind = { is: { sv: 'en text', en: 'a string' }, fits: value => typeof value === 'string' };
const OBJECT: Kind = { is: { sv: 'ett objekt', en: 'an object' }, fits: isGiven };

/** What a body may have, and of which kind. */
const PARTS = new Map([
  ['search', TEXT],
  ['filters', OBJECT],
  ['sorting', OBJECT],
  ['pagination', OBJECT],
]);
const ALL_PARTS = [...PARTS.keys()].join(', ');

/** What of a body is not what the protocol has there, by name. What is null is not given. */
function misplaced(body: unknown): { faults: Fault[] } | null {
  if (!isGiven(body))
    return wrong('body', 'Skicka ett objekt i JSON, om än tomt.', 'Send an object of JSON, if empty.');
  for (const [name, value] of Object.entries(body)) {
    const kind = PARTS.get(name);
    if (!kind) return noPart(name.slice(0, 100));
    const { is, fits } = kind;
    if (value !== null && !fits(value)) return wrong(name, `${name} ska vara ${is.sv}.`, `${name} must be ${is.en}.`);
  }
  return null;
}

function noPart(name: string): { faults: Fault[] } {
  return wrong(
    name,
    `${name} finns inte i en sökning. Det finns: ${ALL_PARTS}.`,
    `${name} is no part of a search. There are: ${ALL_PARTS}.`,
  );
}

/**
 * Reads the body of a search. What is of another kind than the protocol has, and a page that is none, is refused; a
 * filter or an order that isn't known is said in the answer, as the protocol wants it.
 */
export function searchOf(body: unknown): { search: OpportunitySearch } | { faults: Fault[] } {
  const faults = misplaced(body);
  if (faults) return faults;
  const { search, filters, sorting, pagination } = objectOf(body);
  const page = pageOf(objectOf(pagination));
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
  if (given['customFilters'] != null && !isGiven(given['customFilters'])) errors.push('customFilters takes an object');
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
