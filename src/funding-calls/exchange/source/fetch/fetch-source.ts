import { setTimeout as pause } from 'node:timers/promises';
import { types } from 'node:util';
import { retryAfter } from '../../../../shared/program/retry-after.js';
import { type CallFormat, formatOf } from '../../call-format.js';
import { FETCH_DEFAULTS, type FetchOptions, type FetchRules } from './fetch-options.js';
import { keyedAddress, keyHeader } from './fetch-key.js';
import * as refusals from './fetch-refusals.js';
import { PassingFailure, refuseSource } from './fetch-refusals.js';
import { spool, type Spooled } from './spool.js';

/** A whole answer of a source, or that it has not changed since the last time. */
export type Fetched =
  | { notModified: true }
  | {
      notModified: false;
      body: Spooled;
      etag: string | null;
      lastModified: string | null;
      totalRecords: number | null;
    };

/** Answers after which another try may go better (RFC 9110, and 425 and 429). */
const PASSING = [408, 425, 429, 500, 502, 503, 504];

/** Fetches one answer whole, trying again while its failures are of the passing kind; refuses with the reason otherwise. */
export async function fetchSource(url: string, options: FetchOptions): Promise<Fetched> {
  const rules: FetchRules = { ...FETCH_DEFAULTS, ...options };
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) refuseSource(refusals.NO_ADDRESS);
  if (new URL(url).username || new URL(url).password) refuseSource(refusals.KEY_IN_ADDRESS);
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchOnce(new URL(url), rules);
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      if (attempt >= rules.retries) refuseSource(error.reason);
      await pause(1_000 * pauseSeconds(error, attempt, rules));
    }
  }
}

/** Twice as long each time, with a random part so that many clients don't come back at once; or what the source asks. */
function pauseSeconds({ retryAfterSeconds }: PassingFailure, attempt: number, rules: FetchRules): number {
  if (retryAfterSeconds === null) return rules.pauseSeconds * 2 ** attempt * (0.75 + Math.random() / 2);
  if (retryAfterSeconds > rules.longestPauseSeconds) refuseSource(refusals.tooLongPause(retryAfterSeconds));
  return retryAfterSeconds;
}

async function fetchOnce(url: URL, rules: FetchRules): Promise<Fetched> {
  const patience = new Patience(rules);
  try {
    const response = await followed(url, rules, patience);
    if (response.status === 304) return { notModified: true };
    if (!response.ok) await failed(response);
    checkType(response, rules.format);
    const length = Number(response.headers.get('content-length') ?? 0);
    if (length > rules.maxBytes) refuseSource(refusals.tooLarge(rules.maxBytes));
    const body = await spool(limited(response, rules, patience));
    return { notModified: false, body, ...described(response.headers) };
  } catch (error) {
    throw patience.explained(error);
  } finally {
    patience.end();
  }
}

function described(headers: Headers) {
  const total = headers.get('x-totalrecords');
  return {
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    totalRecords: total !== null && /^\d{1,9}$/.test(total.trim()) ? Number(total) : null,
  };
}

const MOST_REDIRECTS = 5;

/** Follows the source where it leads, without its key once that is another host. */
async function followed(start: URL, rules: FetchRules, patience: Patience): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const isHome = url.origin === start.origin;
    const headers = headersFor(rules, isHome);
    const response = await fetch(keyedAddress(url, rules.apiKey, isHome), {
      ...formatOf(rules.format).request(url),
      headers,
      redirect: 'manual',
      signal: patience.signal,
    });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) break;
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) break;
  }
  return refuseSource({ sv: 'Adressen leder runt eller bort.', en: 'The address leads around or away.' });
}

function headersFor({ etag, lastModified, apiKey, format }: FetchRules, isHome: boolean): Record<string, string> {
  return {
    'user-agent': 'kickstart-s3',
    accept: formatOf(format).accepts.header,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
    ...keyHeader(apiKey, isHome),
  };
}

async function failed(response: Response): Promise<never> {
  await response.body?.cancel();
  const reason = refusals.badStatus(response.status);
  if (!PASSING.includes(response.status)) refuseSource(reason);
  throw new PassingFailure(reason, retryAfter(response.headers.get('retry-after')));
}

function checkType(response: Response, format: CallFormat): void {
  const type = response.headers.get('content-type')?.split(';')[0]!.trim().toLowerCase() ?? '';
  if (type !== '' && !formatOf(format).accepts.known.test(type)) refuseSource(refusals.wrongType(type));
}

async function* limited(response: Response, { maxBytes }: FetchRules, patience: Patience): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of response.body ?? []) {
    patience.renew();
    size += bytes.length;
    if (size > maxBytes) refuseSource(refusals.tooLarge(maxBytes));
    yield bytes;
  }
}

/** How long one try may be silent, and how long it may take in all. */
class Patience {
  private readonly controller = new AbortController();
  private readonly total: NodeJS.Timeout;
  private silence: NodeJS.Timeout;
  private why: string | null = null;

  constructor(private readonly rules: FetchRules) {
    this.total = this.timer(rules.totalSeconds);
    this.silence = this.timer(rules.silenceSeconds);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  renew(): void {
    clearTimeout(this.silence);
    this.silence = this.timer(this.rules.silenceSeconds);
  }

  end(): void {
    clearTimeout(this.total);
    clearTimeout(this.silence);
    this.controller.abort();
  }

  /** A failure of the network as one that may pass; anything else as it is. */
  explained(error: unknown): unknown {
    if (this.why) return new PassingFailure(refusals.noAnswer(this.why));
    const reason = networkReason(error);
    return reason === null ? error : new PassingFailure(refusals.noAnswer(reason));
  }

  private timer(seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.why = `no answer in ${seconds} s`;
      this.controller.abort();
    }, seconds * 1_000);
  }
}

/** What happened on the network, which fetch wraps in an error that only says that it failed; null for any other error. */
function networkReason(error: unknown): string | null {
  if (!types.isNativeError(error) || !['fetch failed', 'terminated'].includes(error.message)) return null;
  return types.isNativeError(error.cause) ? error.cause.message || error.message : error.message;
}
