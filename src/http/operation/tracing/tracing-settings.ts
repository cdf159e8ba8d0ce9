import { z } from 'zod';
import { text } from '../../../shared/program/settings.js';

const address = z.url({ error: ({ input }) => `must be an address, and is "${String(input)}"` }).optional();

/** The environment variables of traces, by their standard names; the SDK itself heeds the others of the standard. */
export const TRACING_ENVIRONMENT = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_SERVICE_NAME: text,
});

export interface TracingSettings {
  /** Where spans are sent, as OTLP over HTTP. */
  readonly url: string;
  readonly serviceName: string;
}

/** The settings, or null where nobody collects traces. */
export function tracingSettings(environment: z.infer<typeof TRACING_ENVIRONMENT>): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  const url = traces ?? (endpoint && `${endpoint.replace(/\/$/, '')}/v1/traces`);
  return url ? { url, serviceName: environment.OTEL_SERVICE_NAME ?? 'kickstart-s3' } : null;
}
