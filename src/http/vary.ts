import type { FastifyReply } from 'fastify';

/** Tells caches by which headers of the request the answer differs, beside those that have been named before. */
export function variesBy(reply: FastifyReply, ...headers: readonly string[]): void {
  void reply.header('vary', [reply.getHeader('vary'), ...headers].filter(Boolean).join(', '));
}
