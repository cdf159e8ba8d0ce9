import type { Phases } from '../step.js';

/** Headers by which proxies say for whom they ask. */
const HEADERS_OF_PROXIES = ['x-forwarded-for', 'forwarded', 'x-real-ip'];

/**
 * Warns once, when the first request comes by a proxy that isn't trusted: all who come by it have one address, and so
 * share the points and the places of one.
 */
export function untrustedProxies(trusted: readonly string[]): Phases {
  if (trusted.length > 0) return {};
  let warned = false;
  return {
    onRequest({ headers, server }, _reply, done) {
      if (!warned && HEADERS_OF_PROXIES.some(name => headers[name] !== undefined)) {
        warned = true;
        server.log.warn(
          'Requests come by a proxy, and TRUST_PROXY is not set: all who come by it count as one address, and share its limits.',
        );
      }
      done();
    },
  };
}
