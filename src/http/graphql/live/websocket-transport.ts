import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { CloseCode, type Server } from 'graphql-ws';
import { isJson } from '../../admission/json-bodies.js';
import { repeatedKey } from '../../admission/repeated-key.js';
import { endBroken } from '../../operation/log.js';
import { lifetimeOf } from './connection-lifetime.js';

/** How often the other side is pinged; it has as long to answer. */
const PING_MS = 12_000;

/** A WebSocket, and the request that opened it. */
export interface Connection {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
}

/**
 * Runs the protocol over WebSockets of Fastify. The library has a transport too, which writes to standard error, with
 * stacks, what callers break.
 */
export function transportOf<S extends Connection>(server: Pick<Server<S>, 'opened'>) {
  return (connection: S): void => {
    const { socket, request } = connection;
    const failed = (error: unknown) => endBroken(error as NodeJS.ErrnoException, socket, request);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        // To whoever is gone nothing is sent; that it is gone the socket's own event says.
        send: text => new Promise(resolve => socket.send(text, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: take =>
          void socket.on('message', (data: Buffer) => {
            if (socket.readyState !== socket.OPEN) return;
            const text = data.toString();
            if (isJson(text) && repeatedKey(text) !== null)
              socket.close(CloseCode.BadRequest, 'A key twice in one object');
            else void take(text).catch(failed);
          }),
      },
      connection,
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
  lifetimeOf(request.raw.socket).hold(() => clearInterval(timer));
}
