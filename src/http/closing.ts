import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long requests under way are waited for when the service closes. */
const GRACE_MS = 10_000;

/**
 * Lets closing come to an end: connections that browsers open in advance and never use count as busy to Node, and a
 * request that hangs must not keep a copy from being replaced.
 */
export function closePromptly(server: FastifyInstance): void {
  const sockets = new Set<Socket>();
  let closing = false;
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // What is answered while it closes is the last answer on its connection.
  server.addHook('onSend', async (_request, reply) => void (closing && reply.header('connection', 'close')));
  server.addHook('preClose', async () => {
    closing = true;
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
  });
}
