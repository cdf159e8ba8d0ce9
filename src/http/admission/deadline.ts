import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { AllowedTime } from '../../shared/program/allowed-time.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { Around } from '../step.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The time that the changes of a request have. */
    time?: AllowedTime;
  }
}

/**
 * Gives up an answer that takes longer: a change that has not been committed by then is undone, and what is waited for
 * ends by the time limit of statements. Fastify's own handlerTimeout (5.12) doesn't do: its clock stops as soon as the
 * body has been read.
 */
export function deadline(milliseconds: number): Around {
  return next => async (request, reply) => {
    const late = Promise.withResolvers<never>();
    const time = (request.time = new AllowedTime(() => stopped(milliseconds)));
    const giveUp = () => void time.end().then(() => late.reject(tooLate(milliseconds, time.changes)));
    const timer = setTimeout(giveUp, milliseconds);
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

function tooLate(milliseconds: number, changes: number): HttpRefusal {
  const what =
    changes === 0
      ? 'was given up: it changed nothing. Ask for less at once, or later.'
      : 'was given up after it had made a change: look at it before you repeat it, unless it carries an Idempotency-Key.';
  return new HttpRefusal(503, 'TIMEOUT', `The request took more than ${milliseconds} ms and ${what}`);
}

/** Ends a change whose request has been answered already. */
function stopped(milliseconds: number): GraphQLError {
  const message = `The change was undone: its request took more than ${milliseconds} ms.`;
  return new GraphQLError(message, { extensions: { code: 'TIMEOUT' } });
}
