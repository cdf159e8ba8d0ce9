import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import type { Server } from 'graphql-ws';
import { endBroken } from '../../operation/log.js';
import { stayOf } from './stay.js';

/** How often the other side is asked whether it is still there; it has as long to answer. */
const PING_MS = 12_000;

/** Who speaks over a connection. */
export interface Speaker {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
}

/**
 * Carries the protocol over WebSockets of Fastify. The library has a carrier too, which writes to standard error, with
 * stacks, what callers break.
 */
export function carrierOf<S extends Speaker>(server: Pick<Server<S>, 'opened'>) {
  return (speaker: S): void => {
    const { socket, request } = speaker;
    const failed = (error: unknown) => endBroken(error as NodeJS.ErrnoException, socket, request);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        // Whoever is gone is told nothing, and that it is gone its socket tells.
        send: text => new Promise(resolve => socket.send(text, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: take => void socket.on('message', (data: Buffer) => void take(data.toString()).catch(failed)),
      },
      speaker,
    );
    socket.once('close', (code: number, reason: Buffer) => void closed(code, reason.toString()).catch(failed));
    keepAlive(socket, request);
  };
}

function keepAlive(socket: WebSocket, request: FastifyRequest): void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  stayOf(request.raw.socket).hold(() => clearInterval(timer));
}
