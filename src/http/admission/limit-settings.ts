import { z } from 'zod';
import { wholeNumber } from '../../shared/program/settings.js';

/** The environment variables that bound what one request, and one caller, may ask for. */
export const LIMIT_ENVIRONMENT = z.object({
  MAX_BODY_BYTES: wholeNumber(1_000, 50_000_000).default(1_000_000),
  MAX_TOKENS: wholeNumber(100, 100_000).default(2_000),
  MAX_DEPTH: wholeNumber(3, 50).default(12),
  MAX_ALIASES: wholeNumber(0, 1_000).default(50),
  MAX_DIRECTIVES: wholeNumber(0, 1_000).default(50),
  MAX_REPEATS: wholeNumber(1, 1_000).default(20),
  MAX_LIST_ITEMS: wholeNumber(10, 100_000).default(1_000),
  MAX_COST: wholeNumber(1, 10_000_000).default(20_000),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000).default(15_000),
  RATE_PER_KEY: wholeNumber(0, 1_000_000_000).default(600_000),
  RATE_PER_ADDRESS: wholeNumber(0, 1_000_000_000).default(120_000),
  DOWNLOADS_AT_ONCE: wholeNumber(1, 100).default(1),
  DOWNLOAD_TIMEOUT_MS: wholeNumber(100, 3_600_000).default(60_000),
  FAILED_KEYS_PER_ADDRESS: wholeNumber(0, 1_000_000).default(240),
});

export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Words, names and signs in a document. */
  readonly tokens: number;
  /** Fields inside fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Times that one selection may name the same field or fragment. */
  readonly repeats: number;
  /** Items of any list among the variables. */
  readonly listItems: number;
  /** Points of one operation; see cost.ts. */
  readonly cost: number;
  /** Milliseconds from a request to its answer. */
  readonly requestTimeoutMs: number;
  /** Pages of downloads that are worked on at the same time. */
  readonly downloadsAtOnce: number;
  /** Milliseconds from asking for a download to its last byte. */
  readonly downloadTimeoutMs: number;
  /** Points a minute for one key and for one address without a key; 0 is without limit. */
  readonly ratePerKey: number;
  readonly ratePerAddress: number;
  /** Attempts a minute from one address with keys that don't work; 0 is without limit. */
  readonly failedKeysPerAddress: number;
}

export function limitSettings(environment: z.infer<typeof LIMIT_ENVIRONMENT>): Limits {
  return {
    bodyBytes: environment.MAX_BODY_BYTES,
    tokens: environment.MAX_TOKENS,
    depth: environment.MAX_DEPTH,
    aliases: environment.MAX_ALIASES,
    directives: environment.MAX_DIRECTIVES,
    repeats: environment.MAX_REPEATS,
    listItems: environment.MAX_LIST_ITEMS,
    cost: environment.MAX_COST,
    requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
    downloadsAtOnce: environment.DOWNLOADS_AT_ONCE,
    downloadTimeoutMs: environment.DOWNLOAD_TIMEOUT_MS,
    ratePerKey: environment.RATE_PER_KEY,
    ratePerAddress: environment.RATE_PER_ADDRESS,
    failedKeysPerAddress: environment.FAILED_KEYS_PER_ADDRESS,
  };
}
