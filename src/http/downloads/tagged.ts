import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';

/** Routes whose answers have an ETag: whoever has one already is told so, and isn't sent it again. */
export async function tagged(server: FastifyInstance, serve: (server: FastifyInstance) => void): Promise<void> {
  await server.register(async routes => {
    await routes.register(etag, { algorithm: 'sha256' });
    serve(routes);
  });
}
