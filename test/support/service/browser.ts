import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Service } from './service.js';

type Where = Pick<Service, 'url'>;
type Headers = Readonly<Record<string, string>>;

/** A browser that has signed in: the cookies it keeps, and what it sends with a request of the service's own page. */
export interface Browser {
  readonly cookie: string;
  /** What the service told the browser to keep. */
  readonly kept: readonly string[];
  readonly secret: string;
}

/** Signs in as the pages do. */
export async function signIn(
  { url }: Where,
  key: string,
  { remember = false, headers = {} }: { remember?: boolean; headers?: Headers } = {},
): Promise<Browser> {
  const response = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ remember }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return browserOf(response.headers.getSetCookie());
}

function browserOf(kept: readonly string[]): Browser {
  const pairs = kept.map(each => each.split(';')[0]!);
  const [, secret] = /ks3_session=([\w-]+)/.exec(pairs.join('; '))!;
  return { kept, cookie: pairs.join('; '), secret: secret! };
}

/** Asks the API with a cookie and headers of one's own choosing, and gives the status with the answer. */
export async function askBy(
  { url }: Where,
  query: string,
  { cookie, headers = {} }: { cookie: string; headers?: Headers | undefined },
) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: url, ...headers },
    body: JSON.stringify({ query }),
  });
  return { response, ...((await response.json()) as { data?: any; errors?: any[] }) };
}

/** How a WebSocket with a cookie fares: what a first subscription of it gives, or the code it was closed with. */
export function openBy(
  { url }: Where,
  query: string,
  { cookie, origin, params = {} }: { cookie: string; origin?: string | undefined; params?: Record<string, unknown> },
) {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie }, ...(origin && { origin }) });
    }
  }
  const events: unknown[] = [];
  const ended = Promise.withResolvers<{ code?: number; errors?: readonly any[] }>();
  const connected = Promise.withResolvers<void>();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: params,
    on: { connected: () => connected.resolve() },
  });
  client.subscribe(
    { query },
    {
      next: ({ data, errors }) => (errors ? ended.resolve({ errors }) : events.push(data)),
      error: error =>
        ended.resolve(Array.isArray(error) ? { errors: error } : { code: (error as { code: number }).code }),
      complete: () => ended.resolve({}),
    },
  );
  return { events, ended: ended.promise, connected: connected.promise, stop: () => client.dispose() };
}
