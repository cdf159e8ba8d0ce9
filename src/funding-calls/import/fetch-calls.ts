import { Refusal } from '../../shared/refuse.js';
import type { CallRow } from './call-draft.js';
import type { CallFormat } from './call-format.js';
import { isEuSearch } from './eu-request.js';
import type { FetchOptions } from './fetch-options.js';
import { fetchSource, type Fetched } from './fetch-source.js';
import { LIMITS } from './limits.js';
import { readCalls } from './read-calls.js';

/** The calls of a source, page after page, or that it has not changed since the last time. */
export type FetchedCalls =
  { notModified: true } | { notModified: false; rows: AsyncIterable<CallRow>; validators(): Validators };

/** What to send the next time. Known when the rows have been read; null for a source of several pages. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

type Page = Exclude<Fetched, { notModified: true }>;

/** How the pages of a source are asked for. */
interface Paging {
  /** The address of the first page. */
  readonly first: URL;
  /** The address of the page after one with so many rows, or null when there is none. */
  next(page: { url: URL; rows: number; rowsSoFar: number; totalRecords: number | null }): URL | null;
}

const PAGE_SIZE = 100;

/** Fetches the first page at once, so that a source that can't be had is refused before anything is read. */
export async function fetchCalls(url: string, options: FetchOptions): Promise<FetchedCalls> {
  const paging = URL.canParse(url) ? pagingOf(new URL(url), options.format) : null;
  const first = await fetchSource(paging?.first.href ?? url, options);
  if (first.notModified) return first;
  // One page's ETag says nothing of the others.
  const validators: Validators = { etag: first.etag, lastModified: first.lastModified };
  const rows = pages(paging!, first, options, () => Object.assign(validators, { etag: null, lastModified: null }));
  return { notModified: false, rows, validators: () => validators };
}

async function* pages(
  paging: Paging,
  first: Page,
  options: FetchOptions,
  several: () => void,
): AsyncGenerator<CallRow> {
  const plain = { ...options, etag: null, lastModified: null };
  let [page, url, rowsSoFar, digest] = [first, paging.first, 0, ''];
  while (page.body.digest !== digest) {
    digest = page.body.digest;
    let rows = 0;
    for await (const row of readCalls(options.format, page.body.bytes)) {
      rows = Math.max(rows, row.row);
      yield row.row === 0 ? row : { ...row, row: row.row + rowsSoFar };
    }
    rowsSoFar += rows;
    const next =
      rowsSoFar > LIMITS.rows ? null : paging.next({ url, rows, rowsSoFar, totalRecords: page.totalRecords });
    if (!next) return;
    several();
    url = next;
    const answer = await nextPage(next, plain);
    if ('faults' in answer) return yield { row: rowsSoFar + 1, faults: [...answer.faults], breaksOff: true };
    page = answer;
  }
  await page.body.discard();
}

/** A page, or why it can't be had: the rows before it have been given out already. */
async function nextPage(url: URL, options: FetchOptions): Promise<Page | Refusal> {
  try {
    return (await fetchSource(url.href, options)) as Page;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function pagingOf(url: URL, format: CallFormat): Paging {
  if (format === 'GDP') return { first: url, next: nextGdpPage };
  if (format === 'EU_PORTAL' && (isEuSearch(url, format) || url.searchParams.has('pageNumber'))) {
    return numbered(url, 'pageNumber', 'pageSize');
  }
  if (format === 'COMMON_GRANTS' && url.pathname.endsWith('/common-grants/opportunities'))
    return numbered(url, 'page', 'pageSize');
  return { first: url, next: () => null };
}

/** GDP tells the number of records in a header; the pages are as long as the first one turns out to be. */
function nextGdpPage({ url, rows, rowsSoFar, totalRecords }: Parameters<Paging['next']>[0]): URL | null {
  if (totalRecords === null || rows === 0) return null;
  const next = new URL(url);
  const start = next.searchParams.get('offset');
  const offset = (start !== null && /^\d{1,9}$/.test(start) ? Number(start) : 0) + rows;
  if (offset >= totalRecords || rowsSoFar > totalRecords) return null;
  next.searchParams.set('offset', String(offset));
  if (!next.searchParams.has('limit')) next.searchParams.set('limit', String(rows));
  return next;
}

/** Pages by number: a page that isn't full is the last. */
function numbered(url: URL, number: string, size: string): Paging {
  const first = new URL(url);
  if (!first.searchParams.has(number)) first.searchParams.set(number, '1');
  if (!first.searchParams.has(size)) first.searchParams.set(size, String(PAGE_SIZE));
  return {
    first,
    next: page => {
      if (page.rows < Number(page.url.searchParams.get(size)) || page.rows === 0) return null;
      const next = new URL(page.url);
      next.searchParams.set(number, String(Number(next.searchParams.get(number)) + 1));
      return next;
    },
  };
}
