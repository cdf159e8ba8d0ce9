import etag from '@fastify/etag';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether its answers have an ETag. */
    tagged?: true;
  }
}

const READS: readonly string[] = ['GET', 'HEAD'];

/** Routes whose answers have a strong ETag: whoever has one already is told so, and isn't sent it again. */
export async function tagged(server: FastifyInstance, serve: (server: FastifyInstance) => void): Promise<void> {
  await server.register(async routes => {
    await routes.register(etag, { algorithm: 'sha256', replyWith304: false });
    routes.addHook('onSend', async (request, reply, payload) => (isKnown(request, reply) ? '' : payload));
    routes.addHook('onRoute', route => {
      if (READS.includes(String(route.method))) route.config = { ...route.config, tagged: true };
    });
    serve(routes);
  });
}

/** Whether the caller has the answer. What is no answer to a GET has no tag, and is nothing that one could have. */
function isKnown({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  if (reply.statusCode !== 200 || !READS.includes(method)) reply.removeHeader('etag');
  const tag = reply.getHeader('etag');
  if (typeof tag !== 'string' || !names(headers['if-none-match'] ?? '', tag)) return false;
  reply.code(304);
  return true;
}

/** Compared weakly, with each of a list, or with whatever there is: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
function names(given: string, tag: string): boolean {
  return given.trim() === '*' || (given.match(/"[^"]*"/g) ?? []).some(each => each === tag.replace(/^W\//, ''));
}
