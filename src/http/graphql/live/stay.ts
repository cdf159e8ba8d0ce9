import type { Socket } from 'node:net';
import { Lifetime } from '../../../shared/lifetime.js';

const stays = new WeakMap<Socket, Lifetime>();

/**
 * How long the other side of a connection stays. It is asked of the socket, since that alone always tells: a response
 * that waits behind another on the same connection, or is begun after the end, is never told that it was closed.
 */
export function stayOf(socket: Socket): Lifetime {
  const known = stays.get(socket);
  if (known) return known;
  const stay = new Lifetime();
  stays.set(socket, stay);
  if (socket.destroyed) stay.end();
  else socket.once('close', () => stay.end());
  return stay;
}
