import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const present = new AsyncLocalStorage<string>();

/** What a caller may choose as the id of its request. */
const ACCEPTABLE = /^[\w.:-]{8,64}$/;

/** The caller's own id for the request if it is a decent one, otherwise a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}

/** The id of the request that is being answered, if any. */
export function currentRequestId(): string | undefined {
  return present.getStore();
}

/** Tells every answer's id in X-Request-Id, and keeps it at hand for the log. */
export function carryRequestIds(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    present.run(request.id, done);
  });
}
