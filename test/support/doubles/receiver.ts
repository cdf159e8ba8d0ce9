import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Answer } from './misbehaving-server.js';

/** One request as the receiver got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: any;
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The most requests it had open at one moment. */
  readonly mostAtOnce: number;
  /** What it does with one request after the other; the last one answers all that follow. */
  answers: Answer[];
  stop(): Promise<void>;
}

export const accept: Answer = (_, response) => void response.writeHead(204).end();
export const hang: Answer = () => undefined;

export async function startReceiver(...answers: Answer[]): Promise<Receiver> {
  const received: Received[] = [];
  let [open, mostAtOnce, begun] = [0, 0, 0];
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    // A port is used again: what is still meant for the receiver that had it before is not for this one.
    if (request.url !== path) return response.writeHead(404).end();
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.on('close', () => (open -= 1));
    const answer = self.answers[Math.min((begun += 1), self.answers.length) - 1] ?? accept;
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      received.push({ headers: request.headers, body, json: JSON.parse(body) });
      answer(request, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const self: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    received,
    get mostAtOnce() {
      return mostAtOnce;
    },
    answers,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** What a receiver's library makes of a request: the body, or an error. */
export function verified(secret: string, { headers, body }: Received): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

/** Whether the signature is right for the moment it carries, be it long ago or far ahead. */
export function isSigned(secret: string, { headers, body }: Received): boolean {
  const moment = new Date(Number(headers['webhook-timestamp']) * 1000);
  return new Webhook(secret).sign(headers['webhook-id'] as string, moment, body) === headers['webhook-signature'];
}
