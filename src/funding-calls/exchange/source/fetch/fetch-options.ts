import type { CallFormat } from '../../call-format.js';
import type { TableChoice } from '../../../../tables/table-choice.js';
import type { ApiKey } from './fetch-key.js';

/** How a source is fetched. */
export interface FetchOptions {
  readonly format: CallFormat;
  /** What the source said of itself the last time; when it has not changed since, nothing is read. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** A key and where it goes; never sent to another host that the source leads to. */
  readonly apiKey?: ApiKey | null;
  /** What is said of a table. */
  readonly table?: TableChoice;
  /** The longest wait for an answer, and then for each piece of it. */
  readonly silenceSeconds?: number;
  /** The longest a whole answer may take. */
  readonly totalSeconds?: number;
  /** Tries after the first. */
  readonly retries?: number;
  /** The first pause between tries; each further one is twice as long. */
  readonly pauseSeconds?: number;
  /** The longest pause that a source may ask for with Retry-After. */
  readonly longestPauseSeconds?: number;
  /** The most bytes of one answer, unpacked. */
  readonly maxBytes?: number;
}

/** The EU bulk file is about 130 MB. */
const MEGABYTE = 1024 * 1024;

export const FETCH_DEFAULTS = {
  etag: null,
  lastModified: null,
  apiKey: null,
  table: {},
  silenceSeconds: 30,
  totalSeconds: 15 * 60,
  retries: 4,
  pauseSeconds: 1,
  longestPauseSeconds: 120,
  maxBytes: 500 * MEGABYTE,
} as const satisfies Omit<Required<FetchOptions>, 'format'>;

export type FetchRules = Required<FetchOptions>;
