import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { everybody } from '../admission/admission.js';

/** What a page of this service may load: only what the service itself serves. */
const STRICT = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  // Its own WebSockets are meant too, by CSP 3.
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Headers that programs in a browser may read beside the ordinary ones. */
const EXPOSED = [
  'X-Request-Id',
  'Activity-Sequence',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotency-Replayed',
];

/** Security headers on every answer, no leave to keep it, and the rule for pages of other origins. */
export async function secure(
  server: FastifyInstance,
  { corsOrigins, issuer }: { corsOrigins: readonly string[]; issuer: string | undefined },
) {
  // A page that signs people in fetches their tokens from the provider.
  const connectSrc = issuer ? [...STRICT.connectSrc, new URL(issuer).origin] : STRICT.connectSrc;
  const headers = headersOf({
    contentSecurityPolicy: { useDefaults: false, directives: { ...STRICT, connectSrc } },
    crossOriginEmbedderPolicy: false,
    // The API is for pages of other origins too; what they may read is for CORS to say.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  // What may be kept says so itself.
  headers['cache-control'] = 'no-store';
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  // The plugin's own route only makes preflights known; its hook answers them.
  server.addHook('onRoute', route => {
    if (route.method === 'OPTIONS' && route.url === '*') route.config = { ...route.config, admission: everybody };
  });
  await server.register(cors, {
    origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: 86_400,
  });
}

/** The headers that helmet sets, made once: as a middleware it would put them together anew for each request. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => {} };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}
