import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Phases } from '../step.js';

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

/** Every answer carries the id of its request in X-Request-Id; it is at hand for the log. */
export const requestIds: Phases = {
  onRequest(request, reply, done) {
    void reply.header('x-request-id', request.id);
    present.run(request.id, done);
  },
};
