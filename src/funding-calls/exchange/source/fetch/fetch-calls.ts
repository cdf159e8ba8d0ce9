import { TableSeen } from '../../../../tables/table-choice.js';
import { Refusal } from '../../../../shared/refuse.js';
import { Announced, endsEarly } from '../announced.js';
import type { CallRow } from '../../draft/call-draft.js';
import type { FetchOptions } from './fetch-options.js';
import { fetchSource, type Fetched } from './fetch-source.js';
import { NO_CALLS_NOW } from '../no-calls.js';
import { LIMITS } from '../source-limits.js';
import type { PageRead, Paging } from '../paging.js';
import { formatOf } from '../../call-format.js';

/** The calls of a source, page after page, or that it has not changed since the last time. */
export type FetchedCalls =
  { notModified: true } | { notModified: false; rows: AsyncIterable<CallRow>; validators(): Validators };

/** What to send the next time. Known when the rows have been read; null for a source of several pages. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

type Page = Exclude<Fetched, { notModified: true }>;

/** Fetches the first page at once, so that a source that can't be had is refused before anything is read. */
export async function fetchCalls(url: string, options: FetchOptions): Promise<FetchedCalls> {
  const paging = URL.canParse(url) ? formatOf(options.format).paging(new URL(url)) : null;
  const first = await fetchSource(paging?.first.href ?? url, options);
  if (first.notModified) return first;
  // One page's ETag says nothing of the others.
  const validators: Validators = { etag: first.etag, lastModified: first.lastModified };
  const rows = pages(paging!, first, options, () => Object.assign(validators, { etag: null, lastModified: null }));
  return { notModified: false, rows, validators: () => validators };
}

/** One whole answer of a source, whatever it said of itself the last time. */
export async function fetchWhole(url: string, options: FetchOptions): Promise<AsyncIterable<Uint8Array>> {
  return ((await fetchSource(url, { ...options, etag: null, lastModified: null })) as Page).body.bytes;
}

/** Every page that the source announces; the import ends with a fault where they end before that. */
async function* pages(
  paging: Paging,
  first: Page,
  options: FetchOptions,
  several: () => void,
): AsyncGenerator<CallRow> {
  const format = formatOf(options.format);
  const plain = { ...options, etag: null, lastModified: null };
  let [page, url, rowsSoFar, digest] = [first, paging.first, 0, ''];
  let read: PageRead | null = null;
  let isEmpty = true;
  while (page.body.digest !== digest) {
    digest = page.body.digest;
    const announced = new Announced(format.announces);
    announced.total = page.totalRecords;
    let rows = 0;
    for await (const row of format.read([page.body.bytes], announced, { ...options.table, seen: new TableSeen() })) {
      isEmpty = false;
      rows = Math.max(rows, row.row);
      yield row.row === 0 ? row : { ...row, row: row.row + rowsSoFar };
      if ('faults' in row && row.breaksOff) return;
    }
    rowsSoFar += rows;
    read = { url, rows, rowsSoFar, announced };
    const next = rowsSoFar > LIMITS.rows ? null : paging.next(read);
    if (!next) return yield* [...missing(paging, read), ...(isEmpty ? [NO_CALLS_NOW] : [])];
    several();
    url = next;
    const answer = await nextPage(next, plain);
    if ('faults' in answer) return yield { row: rowsSoFar + 1, faults: [...answer.faults], breaksOff: true };
    page = answer;
  }
  await page.body.discard();
  yield* missing(paging, read!);
}

function* missing(paging: Paging, read: PageRead): Generator<CallRow> {
  const { total } = read.announced;
  if (total !== null && paging.before(read) + read.rowsSoFar < total) yield endsEarly(read.rowsSoFar, total);
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
