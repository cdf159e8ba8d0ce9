import type { PageRead, Paging } from '../../source/paging.js';

/**
 * GDP tells the number of records in a header. A `limit` of our own would take away the dates of the calls in some
 * funders' answers, so the pages are as long as the source makes them.
 */
export function gdpPaging(url: URL): Paging {
  return { first: url, before: () => offsetOf(url), next: nextPage };
}

function nextPage(page: PageRead): URL | null {
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
