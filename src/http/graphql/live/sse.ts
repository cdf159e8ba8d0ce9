import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import type { OperationAdmission } from '../operation-admission.js';
import { localeOf } from '../../locale.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Live } from './live.js';
import type { Places } from './places.js';
import { purseOf } from './purse.js';
import { lifetimeOf } from './connection-lifetime.js';

/** How often an idle stream is written to, so that proxies in between don't take it for dead. */
const HEARTBEAT_MS = 12_000;

/** A reader that takes nothing of what it is sent for so long is ended, or for twice as long: Node looks in between. */
const STUCK_MS = 30_000;

interface SseOptions {
  readonly admission: OperationAdmission;
  readonly places: Places;
  /** How long the service takes subscribers. */
  readonly serving: Lifetime;
}

/**
 * Server-sent events, one stream for each subscription ("distinct connections").
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function sseHandler(live: Live, { admission, places, serving }: SseOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!/text\/event-stream|\*\/\*/.test(request.headers.accept ?? '*/*'))
      throw new HttpRefusal(406, 'BAD_REQUEST', 'A subscription is answered as text/event-stream.');
    const { caller, weighed, allowance } = request.admitted;
    const lifetime = lifetimeOf(request.raw.socket).part();
    try {
      const peer = { caller, address: request.ip };
      places.take(peer, lifetime);
      places.keep(peer, weighed, lifetime);
      const purse = purseOf(admission, { ...peer, allowance });
      const { answers } = await live.subscribe(weighed, { caller, locale: localeOf(request.headers), lifetime, purse });
      reply.hijack();
      // Cut off and not completed: the client shall come back to another copy.
      lifetime.hold(serving.hold(() => request.raw.socket.destroy()));
      request.raw.socket.setTimeout(STUCK_MS);
      await write(begin(reply), answers, lifetime);
    } finally {
      lifetime.end();
    }
  };
}

/** From here on the answer is the stream's own; the headers that were set so far go with it. */
function begin(reply: FastifyReply): ServerResponse {
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  reply.raw.write(':\n\n');
  return reply.raw;
}

type Answers = AsyncGenerator<ExecutionResult, void, void>;

async function write(response: ServerResponse, answers: Answers, lifetime: Lifetime): Promise<void> {
  const heartbeat = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), HEARTBEAT_MS);
  lifetime.hold(() => clearInterval(heartbeat));
  try {
    for await (const answer of answers) {
      // A slow reader is waited for; what it misses meanwhile it gets from the log.
      if (!response.write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`)) await drained(response, lifetime);
    }
  } catch (error) {
    response.write(`event: next\ndata: ${JSON.stringify({ errors: [error] })}\n\n`);
  }
  response.end('event: complete\ndata: \n\n');
}

async function drained(response: ServerResponse, lifetime: Lifetime): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once('drain', resolve);
  const forget = lifetime.hold(resolve);
  await promise;
  forget();
}
