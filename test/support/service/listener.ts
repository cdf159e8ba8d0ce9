import { type Client, createClient } from 'graphql-ws';
import { createClient as createSseClient } from 'graphql-sse';
import { WebSocket } from 'ws';
import { metricOf } from './metrics.js';
import type { Service } from './service.js';

/** Someone who listens to a subscription of the running service, as consumers do. */
export interface Listener {
  /** The data of every event so far. */
  readonly events: any[];
  /** Where each of them stands in the activity log. */
  readonly sequences: number[];
  /** How it ended: errors of the operation, or the code that the connection was closed with. */
  readonly ended: Promise<{ code?: number; errors?: { message: string; extensions: { code: string } }[] }>;
  /** The events, once there are that many. */
  until(count: number): Promise<any[]>;
  stop(): Promise<void>;
}

type Where = Pick<Service, 'url'>;
type Sink = Parameters<Client['subscribe']>[1];

/** Subscribes over a WebSocket of its own. */
export function listen(service: Where, key: string | null, query: string, variables = {}): Listener {
  const client = createClient({
    url: `${service.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(key && { connectionParams: { authorization: `Bearer ${key}` } }),
  });
  return listener(
    sink => client.subscribe({ query, variables }, sink),
    () => client.dispose(),
  );
}

/** The same by server-sent events. */
export function listenBySse(service: Where, key: string | null, query: string, variables = {}): Listener {
  const client = createSseClient({
    url: `${service.url}/graphql/stream`,
    retryAttempts: 0,
    ...(key && { headers: { authorization: `Bearer ${key}` } }),
  });
  return listener(
    sink => client.subscribe({ query, variables }, sink),
    () => client.dispose(),
  );
}

function listener(subscribe: (sink: Sink) => () => void, dispose: () => unknown): Listener {
  const events: any[] = [];
  const sequences: number[] = [];
  const ended = Promise.withResolvers<{ code?: number; errors?: any }>();
  subscribe({
    next: ({ data, errors, extensions }) => {
      if (!data) return ended.resolve({ errors });
      events.push(data);
      sequences.push((extensions as { sequence: number }).sequence);
    },
    error: error =>
      ended.resolve(Array.isArray(error) ? { errors: error } : { code: (error as { code: number }).code }),
    complete: () => ended.resolve({}),
  });
  return {
    events,
    sequences,
    ended: ended.promise,
    until: async count => {
      await eventually(
        () => events.length >= count,
        () => `${events.length} of ${count} events came`,
      );
      return events;
    },
    stop: async () => void (await dispose()),
  };
}

/** Waits until something holds, ten seconds at most. */
export async function eventually(holds: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(otherwise());
}

/** Long enough for an event to have come, if one were to come. */
export function aMoment(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 300));
}

/** Waits until so many subscriptions are open: the protocols have no word for "subscribed". */
export async function listening(service: Where, count: number): Promise<void> {
  await eventually(
    async () => (await metricOf(service, 'live_subscribers')) === count,
    () => `not ${count} subscriptions`,
  );
}
