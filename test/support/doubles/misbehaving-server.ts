import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with one request; the last one given answers all that follow. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that answers as it is told, and remembers what it was asked. */
export interface MisbehavingServer {
  readonly url: string;
  readonly asked: IncomingMessage[];
  answers: Answer[];
  stop(): Promise<void>;
}

export async function misbehavingServer(): Promise<MisbehavingServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const answer = self.answers[Math.min(asked.length, self.answers.length) - 1];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const self: MisbehavingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: [],
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** An answer of JSON. */
export function json(value: unknown, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(value));
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(code, headers).end('no');
  };
}
