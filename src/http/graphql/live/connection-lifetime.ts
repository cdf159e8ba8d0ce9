import type { Socket } from 'node:net';
import { Lifetime } from '../../../shared/program/lifetime.js';

const lifetimes = new WeakMap<Socket, Lifetime>();

/**
 * How long the other side of a connection stays. The socket alone always knows: a response that waits behind another on
 * the same connection, or is begun after its end, has no event for that.
 */
export function lifetimeOf(socket: Socket): Lifetime {
  const known = lifetimes.get(socket);
  if (known) return known;
  const lifetime = new Lifetime();
  lifetimes.set(socket, lifetime);
  if (socket.destroyed) lifetime.end();
  else socket.once('close', () => lifetime.end());
  return lifetime;
}
