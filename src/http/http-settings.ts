import { z } from 'zod';
import { list, oneOf, text, wholeNumber } from '../shared/program/settings.js';

/** The environment variables of the HTTP service. */
export const HTTP_ENVIRONMENT = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  CORS_ORIGINS: list.default(['*']),
  TRUST_PROXY: list.default([]),
  METRICS_TOKEN: text,
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  /** Origins whose pages may call the API from a browser; `*` for all, since no cookie counts for them. */
  readonly corsOrigins: readonly string[];
  /** Addresses and networks of the proxies in front, whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
  /** The bearer token that reads /metrics; without one anyone who reaches the service reads them. */
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
}

export function httpSettings(environment: z.infer<typeof HTTP_ENVIRONMENT>): HttpSettings {
  return {
    host: environment.HOST,
    port: environment.PORT,
    corsOrigins: environment.CORS_ORIGINS,
    trustProxy: environment.TRUST_PROXY,
    metricsToken: environment.METRICS_TOKEN,
    logLevel: environment.LOG_LEVEL,
  };
}
