import { z } from 'zod';
import { wholeNumber } from '../../shared/settings.js';

/** The environment variables of subscriptions. */
export const LIVE_ENVIRONMENT = z.object({
  MAX_LIVE_CONNECTIONS: wholeNumber(0, 1_000_000).default(10_000),
  MAX_LIVE_ANONYMOUS: wholeNumber(0, 1_000_000).default(1_000),
  MAX_SUBSCRIPTIONS_PER_CONNECTION: wholeNumber(1, 1_000).default(50),
});

export interface LiveSettings {
  /** Connections that one copy of the service keeps open, and how many of them without a key. */
  readonly connections: number;
  readonly anonymous: number;
  readonly subscriptionsPerConnection: number;
}

export function liveSettings(environment: z.infer<typeof LIVE_ENVIRONMENT>): LiveSettings {
  return {
    connections: environment.MAX_LIVE_CONNECTIONS,
    anonymous: environment.MAX_LIVE_ANONYMOUS,
    subscriptionsPerConnection: environment.MAX_SUBSCRIPTIONS_PER_CONNECTION,
  };
}
