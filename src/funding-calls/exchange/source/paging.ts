import type { Announced } from '../draft/announced.js';
import type { CallFormat } from '../call-format.js';
import { isEuSearch } from '../formats/eu-portal/eu-request.js';

/** A page that has been read. */
export interface PageRead {
  readonly url: URL;
  /** Rows of this page. */
  readonly rows: number;
  /** Rows of all pages from the first on. */
  readonly rowsSoFar: number;
  readonly announced: Announced;
}

/** How the pages of a source are asked for. */
export interface Paging {
  /** The address of the first page. */
  readonly first: URL;
  /** Rows that the source has before the first page. */
  before(page: PageRead): number;
  /** The address of the page after this one, or null when there is none. */
  next(page: PageRead): URL | null;
}

const PAGE_SIZE = 100;

export function pagingOf(url: URL, format: CallFormat): Paging {
  if (format === 'GDP') return { first: url, before: () => offsetOf(url), next: nextGdpPage };
  if (format === 'EU_PORTAL') {
    const isPaged = isEuSearch(url, format) || url.searchParams.has('pageNumber');
    return isPaged ? numbered(url, 'pageNumber', 'pageSize') : onePage(url);
  }
  if (format !== 'COMMON_GRANTS') return onePage(url);
  const isList = /\/common-grants\/opportunities\/?$/.test(url.pathname) || url.searchParams.has('page');
  return isList ? numbered(url, 'page', 'pageSize') : onePage(url);
}

function onePage(url: URL): Paging {
  return { first: url, before: ({ announced }) => announced.rowsBefore, next: () => null };
}

/** Whether rows are left by the source's own count. */
function isMissing({ rowsSoFar, announced }: PageRead, before: number): boolean {
  return announced.total !== null && before + rowsSoFar < announced.total;
}

/**
 * GDP tells the number of records in a header. A `limit` of our own would take away the dates of the calls in some
 * funders' answers, so the pages are as long as the source makes them.
 */
function nextGdpPage(page: PageRead): URL | null {
  const next = new URL(page.url);
  const offset = offsetOf(page.url) + page.rows;
  const isLast = page.announced.total === null || offset >= page.announced.total;
  if (isLast || page.rows === 0 || page.rowsSoFar > page.announced.total!) return null;
  next.searchParams.set('offset', String(offset));
  return next;
}

function offsetOf({ searchParams }: URL): number {
  const start = searchParams.get('offset');
  return start !== null && /^\d{1,9}$/.test(start) ? Number(start) : 0;
}

/**
 * Pages by number, for as long as the source announces more: its pages may be shorter than those asked for. Where it
 * announces no number of rows or pages, a page that isn't full is the last.
 */
function numbered(url: URL, number: string, size: string): Paging {
  const first = new URL(url);
  if (!first.searchParams.has(number)) first.searchParams.set(number, '1');
  if (!first.searchParams.has(size)) first.searchParams.set(size, String(PAGE_SIZE));
  const numberOf = ({ searchParams }: URL) => Math.max(1, Number(searchParams.get(number)) || 1);
  const sizeOf = ({ announced }: PageRead) => announced.pageSize ?? Number(first.searchParams.get(size));
  const before = (page: PageRead) => (numberOf(first) - 1) * sizeOf(page);
  const hasNext = (page: PageRead) => {
    if (page.announced.total !== null) return isMissing(page, before(page));
    if (page.announced.pages !== null) return numberOf(page.url) < page.announced.pages;
    return page.rows >= sizeOf(page);
  };
  const next = (page: PageRead) => {
    if (page.rows === 0 || !hasNext(page)) return null;
    const following = new URL(page.url);
    following.searchParams.set(number, String(numberOf(page.url) + 1));
    return following;
  };
  return { first, before, next };
}
