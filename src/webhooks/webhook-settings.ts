import { z } from 'zod';
import { list, onOff, wholeNumber } from '../shared/program/settings.js';

/** AES-256 takes 32 bytes. */
const KEY_BYTES = 32;

/** The environment variables of webhooks. */
export const WEBHOOK_ENVIRONMENT = z.object({
  WEBHOOK_ALLOW_PRIVATE: onOff.default('false'),
  WEBHOOK_SECRET_KEYS: list
    .default([])
    .transform(keys => keys.map(key => Buffer.from(key, 'base64')))
    .refine(keys => keys.every(key => key.length === KEY_BYTES), 'each key must be 32 bytes in base64'),
  WEBHOOK_TIMEOUT_MS: wholeNumber(100, 60_000).default(10_000),
});

export interface WebhookSettings {
  /** Whether targets may be reached by http:// and on addresses that are not public. */
  readonly allowPrivate: boolean;
  /** Keys that stored secrets are encrypted with: the first for new ones, the others for those written before it. */
  readonly secretKeys: readonly Buffer[];
  /** The longest that one attempt may take. */
  readonly timeoutMs: number;
}

export function webhookSettings(environment: z.infer<typeof WEBHOOK_ENVIRONMENT>): WebhookSettings {
  return {
    allowPrivate: environment.WEBHOOK_ALLOW_PRIVATE === 'true',
    secretKeys: environment.WEBHOOK_SECRET_KEYS,
    timeoutMs: environment.WEBHOOK_TIMEOUT_MS,
  };
}

export const WEBHOOK_DEFAULTS = webhookSettings(WEBHOOK_ENVIRONMENT.parse({}));
