import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';
import type { Phases } from './step.js';

/** What a page of this service may load: only what the service itself serves. */
const STRICT = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  // The service's own WebSockets are meant too, by CSP 3.
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Security headers on every answer, and no leave to keep it: what may be kept says so itself. */
export function securityHeaders(issuer: string | undefined): Phases {
  // A page that signs people in fetches their tokens from the provider.
  const connectSrc = issuer ? [...STRICT.connectSrc, new URL(issuer).origin] : STRICT.connectSrc;
  const security = headersOf({
    contentSecurityPolicy: { useDefaults: false, directives: { ...STRICT, connectSrc } },
    crossOriginEmbedderPolicy: false,
    // The API is for pages of other origins too; what they may read is for CORS to say.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  const headers = { ...security, 'cache-control': 'no-store' };
  return {
    onRequest(_request, reply, done) {
      void reply.headers(headers);
      done();
    },
  };
}

/** The headers that helmet sets, made once: as a middleware it would put them together anew for each request. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => {} };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}
