import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from '../refusal.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Gives up an answer that takes longer; what it waited for ends by the time limit of statements. Fastify's own
 * handlerTimeout (5.12) doesn't do: its clock stops as soon as the body has been read.
 */
export function within(milliseconds: number, handler: Handler): Handler {
  return async (request, reply) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(tooLate(milliseconds)), milliseconds);
    try {
      return await Promise.race([handler(request, reply), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function tooLate(milliseconds: number): HttpRefusal {
  return new HttpRefusal(
    503,
    'TIMEOUT',
    `The request took more than ${milliseconds} ms and was given up. A change may have been made all the same: look before you repeat it, unless it carries an Idempotency-Key.`,
  );
}
