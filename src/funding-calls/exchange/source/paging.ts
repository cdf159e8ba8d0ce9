import type { Announced } from './announced.js';

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

/** A source that is one answer. */
export function onePage(url: URL): Paging {
  return { first: url, before: ({ announced }) => announced.rowsBefore, next: () => null };
}

/** Whether rows are left by the source's own count. */
function isMissing({ rowsSoFar, announced }: PageRead, before: number): boolean {
  return announced.total !== null && before + rowsSoFar < announced.total;
}

/**
 * Pages by number, for as long as the source announces more: its pages may be shorter than those asked for. Where it
 * announces no number of rows or pages, a page that isn't full is the last.
 */
export function numberedPages(url: URL, number: string, size: string): Paging {
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
