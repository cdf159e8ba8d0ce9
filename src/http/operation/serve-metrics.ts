import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Admission } from '../admission/admission.js';
import type { Callers } from '../admission/callers.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { Metrics } from './metrics.js';

/** /metrics in Prometheus' format, for whoever holds the token, or for everybody where there is none. */
export function serveMetrics(
  server: FastifyInstance,
  { registry }: Metrics,
  { token, callers }: { token: string | undefined; callers: Callers },
): void {
  const config = { admission: token ? holding(token, callers) : callers.page };
  server.get('/metrics', { config }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

/** Lets in whoever holds the token, and counts those who try others. */
function holding(token: string, callers: Callers): Admission {
  return async request => {
    if (holds(request, token)) return;
    throw await callers.failed(request.ip, new HttpRefusal(401, 'UNAUTHENTICATED', 'This needs METRICS_TOKEN.'));
  };
}

function holds({ headers: { authorization = '' } }: FastifyRequest, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
