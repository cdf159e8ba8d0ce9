import { Agent, request as requestByHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as requestByHttps } from 'node:https';
import type { Lifetime } from '../../shared/program/lifetime.js';
import { isPublic, literalAddress, lookupPublic, PrivateAddress } from '../../shared/values/public-address.js';
import { retryAfter } from '../../shared/program/retry-after.js';
import type { DeliveryOutcome } from './delivery-outcome.js';
import type { WebhookSettings } from '../webhook-settings.js';

/** How an attempt ended. */
export interface Answer {
  readonly outcome: DeliveryOutcome;
  readonly status: number | null;
  /** The pause that the receiver asks for before the next attempt. */
  readonly pauseSeconds: number | null;
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Rules = Pick<WebhookSettings, 'allowPrivate' | 'timeoutMs'>;
type Sending = Pick<Rules, 'allowPrivate'> & { readonly signal: AbortSignal; readonly agent: Agent | false };

/** One connection to a receiver, kept from one message to the next. */
export function keptConnection({ protocol }: URL): Agent {
  const settings = { keepAlive: true, maxSockets: 1 };
  return protocol === 'https:' ? new HttpsAgent(settings) : new Agent(settings);
}

/** What a receiver says beside its status is read this far and not kept. */
const MOST_BYTES = 16 * 1024;

/** Sends a message once. Only the status counts; redirects lead nowhere. Null if it was broken off as the stay ended. */
export async function post(
  url: URL,
  message: Message,
  rules: Rules & { readonly agent: Agent },
  stay: Lifetime,
): Promise<Answer | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), rules.timeoutMs);
  const forget = stay.hold(() => patience.abort());
  try {
    const response = await sent(url, message, { ...rules, signal: patience.signal });
    await drained(response);
    const status = response.statusCode!;
    const accepted = status >= 200 && status < 300;
    const pauseSeconds = accepted ? null : retryAfter(response.headers['retry-after']);
    return { outcome: accepted ? 'ACCEPTED' : 'REFUSED', status, pauseSeconds };
  } catch (error) {
    if (stay.over) return null;
    const outcome = error instanceof PrivateAddress ? 'PRIVATE_ADDRESS' : 'NO_ANSWER';
    return { outcome, status: null, pauseSeconds: null };
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/** The beginning of the answer. A connection that was kept may have been closed under the message: then it goes by one of its own. */
function sent(
  url: URL,
  { headers, body }: Message,
  { allowPrivate, signal, agent }: Sending,
): Promise<IncomingMessage> {
  const literal = literalAddress(url);
  // Node looks up names only, so an address is checked here.
  if (!allowPrivate && literal && !isPublic(literal)) throw new PrivateAddress(literal);
  const options: RequestOptions = {
    method: 'POST',
    agent,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal,
    ...(!allowPrivate && { lookup: lookupPublic }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.protocol === 'https:' ? requestByHttps(url, options) : requestByHttp(url, options);
  request.on('response', resolve).on('error', (error: NodeJS.ErrnoException) => {
    if (!agent || !request.reusedSocket || error.code !== 'ECONNRESET') return reject(error);
    sent(url, { headers, body }, { allowPrivate, signal, agent: false }).then(resolve, reject);
  });
  request.end(body);
  return promise;
}

/** Lets the answer come to its end, as far as it is short and in time; how it ends changes nothing. */
async function drained(response: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const bytes of response) {
      size += (bytes as Buffer).length;
      if (size > MOST_BYTES) return;
    }
  } catch {
    // The status has been told.
  }
}
