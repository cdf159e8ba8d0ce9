import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Phases } from '../step.js';
import type { Metrics } from './metrics.js';

/**
 * Lets closing come to an end: connections that browsers open in advance and never use count as busy to Node, and a
 * request that hangs must not keep a copy from being replaced. Requests under way are waited for `graceMs`.
 */
export function closing({ server }: FastifyInstance, graceMs: number, metrics: Metrics): Phases {
  const sockets = new Set<Socket>();
  let begun = false;
  server.on('connection', (socket: Socket) => {
    // It would not be seen any more: as if the service had stopped to listen already.
    if (begun) return void socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  metrics.gauge('http_connections', 'Connections of any kind that are open.', () => sockets.size);
  return {
    // What is answered while it closes is the last answer on its connection.
    onSend(_request, reply, _payload, done) {
      if (begun) void reply.header('connection', 'close');
      done();
    },
    async preClose() {
      begun = true;
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), graceMs).unref();
    },
  };
}
