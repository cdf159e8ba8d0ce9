import type { FastifyInstance } from 'fastify';

/** What proxies say of whom they ask for. */
const SAID_BY_PROXIES = ['x-forwarded-for', 'forwarded', 'x-real-ip'];

/**
 * Says once, when the first request comes by a proxy that isn't trusted: all who come by it have one address, and so
 * share the points and the places of one.
 */
export function noticeProxies(server: FastifyInstance, trusted: readonly string[]): void {
  if (trusted.length > 0) return;
  let said = false;
  server.addHook('onRequest', (request, _reply, done) => {
    if (!said && SAID_BY_PROXIES.some(name => request.headers[name] !== undefined)) {
      said = true;
      server.log.warn(
        'Requests come by a proxy, and TRUST_PROXY is not set: all who come by it count as one address, and share its limits.',
      );
    }
    done();
  });
}
