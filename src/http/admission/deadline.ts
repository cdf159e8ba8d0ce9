import type { FastifyReply } from 'fastify';
import { HttpRefusal } from '../refusals/refusal.js';
import type { Around } from '../step.js';

/**
 * Gives up an answer that takes longer; what it waited for ends by the time limit of statements. Fastify's own
 * handlerTimeout (5.12) doesn't do: its clock stops as soon as the body has been read.
 */
export function deadline(milliseconds: number): Around {
  return next => async (request, reply) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(tooLate(milliseconds)), milliseconds);
    try {
      return await Promise.race([next(request, reply), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * The life of a download: until its deadline, or until nobody is there any more to take it. What has begun to be sent
 * by then is cut off, since ended it would pass for the whole.
 */
export function lifeOf({ raw, request }: FastifyReply, milliseconds: number): AbortSignal {
  const life = new AbortController();
  const timer = setTimeout(() => {
    life.abort(tooLong(milliseconds));
    if (!raw.headersSent) return;
    request.log.warn({ route: request.routeOptions.url, milliseconds }, 'a download was cut off at its deadline');
    raw.destroy();
  }, milliseconds).unref();
  raw.once('close', () => {
    clearTimeout(timer);
    if (!raw.writableFinished) life.abort(gone());
  });
  return life.signal;
}

/** What the work comes to, unless its life ends before. */
export async function whileAlive<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const end = Promise.withResolvers<never>();
  const giveUp = () => end.reject(signal.reason as Error);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work(), end.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function tooLong(milliseconds: number): HttpRefusal {
  return new HttpRefusal(
    503,
    'TIMEOUT',
    `It took more than ${milliseconds} ms and was given up. Ask for less, or later.`,
  );
}

/** Nobody gets to see it; the status is the one by which proxies log that a caller left. */
function gone(): HttpRefusal {
  return new HttpRefusal(499, 'BAD_REQUEST', 'The caller left before it was answered.');
}

function tooLate(milliseconds: number): HttpRefusal {
  return new HttpRefusal(
    503,
    'TIMEOUT',
    `The request took more than ${milliseconds} ms and was given up. A change may have been made all the same: look before you repeat it, unless it carries an Idempotency-Key.`,
  );
}
