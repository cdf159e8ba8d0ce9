import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/**
 * Lets closing come to an end: connections that browsers open in advance and never use count as busy to Node, and a
 * request that hangs must not keep a copy from being replaced.
 */
export class Closing {
  private readonly sockets = new Set<Socket>();
  private begun = false;

  constructor(
    private readonly server: FastifyInstance,
    /** How long requests under way are waited for. */
    private readonly graceMs: number,
  ) {
    server.server.on('connection', (socket: Socket) => this.note(socket));
    // What is answered while it closes is the last answer on its connection.
    server.addHook('onSend', async (_request, reply) => void (this.begun && reply.header('connection', 'close')));
    server.addHook('preClose', async () => this.begin());
  }

  measure(metrics: Metrics): void {
    metrics.gauge('http_connections', 'Connections of any kind that are open.', () => this.sockets.size);
  }

  private note(socket: Socket): void {
    // It would not be seen any more: as if the service had stopped to listen already.
    if (this.begun) return void socket.destroy();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private begin(): void {
    this.begun = true;
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => this.server.server.closeAllConnections(), this.graceMs).unref();
  }
}
