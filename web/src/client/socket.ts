import { createClient, type Client as Socket } from 'graphql-ws';
import { noteSocket } from './connection';

const PING_EVERY = 15_000;
const PONG_WITHIN = 5_000;

interface SocketOptions {
  /** What lets in instead of the cookie. */
  key?: string;
  onConnected?: () => void;
}

/** The service's web socket, which the cookie lets in. It doesn't retry by itself: `resume` picks up after the last change it heard of. */
export function openSocket({ key, onConnected = noteSocket }: SocketOptions = {}): Socket {
  const { protocol, host } = window.location;
  let overdue: number | undefined;
  const socket = createClient({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
    keepAlive: PING_EVERY,
    retryAttempts: 0,
    ...(key && { connectionParams: { authorization: `Bearer ${key}` } }),
    on: {
      connected: onConnected,
      // A connection that died without saying so, as when a laptop changes network, answers no ping.
      ping: received => {
        if (!received) overdue = window.setTimeout(() => socket.terminate(), PONG_WITHIN);
      },
      pong: received => {
        if (received) window.clearTimeout(overdue);
      },
      closed: () => window.clearTimeout(overdue),
    },
  });
  return socket;
}
