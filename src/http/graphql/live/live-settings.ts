import { z } from 'zod';
import { wholeNumber } from '../../../shared/program/settings.js';

/** The environment variables of subscriptions. */
export const LIVE_ENVIRONMENT = z.object({
  MAX_LIVE_CONNECTIONS: wholeNumber(0, 1_000_000).default(10_000),
  MAX_LIVE_ANONYMOUS: wholeNumber(0, 1_000_000).default(1_000),
  MAX_LIVE_PER_KEY: wholeNumber(0, 1_000_000).default(1_000),
  MAX_LIVE_PER_ADDRESS: wholeNumber(0, 1_000_000).default(100),
  MAX_SUBSCRIPTIONS_PER_CONNECTION: wholeNumber(1, 1_000).default(50),
});

export interface LiveSettings {
  /** Connections that one copy of the service keeps open. */
  readonly connections: number;
  /** How many of them without a key; what is left is reserved for callers with one. */
  readonly anonymous: number;
  /** How many of them one key, or one address without a key, may have. */
  readonly perKey: number;
  readonly perAddress: number;
  readonly subscriptionsPerConnection: number;
}

/** The part of all places that callers without a key never get, whatever is set. */
const RESERVE = 1 / 10;

export function liveSettings(environment: z.infer<typeof LIVE_ENVIRONMENT>): LiveSettings {
  const connections = environment.MAX_LIVE_CONNECTIONS;
  return {
    connections,
    anonymous: Math.min(environment.MAX_LIVE_ANONYMOUS, Math.floor(connections * (1 - RESERVE))),
    perKey: environment.MAX_LIVE_PER_KEY,
    perAddress: environment.MAX_LIVE_PER_ADDRESS,
    subscriptionsPerConnection: environment.MAX_SUBSCRIPTIONS_PER_CONNECTION,
  };
}
