import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { localeOf } from '../locale.js';
import { HttpRefusal } from '../refusal.js';
import type { Connections } from './connections.js';
import type { Live } from './live.js';

/** How often an idle stream is written to, so that proxies in between don't take it for dead. */
const HEARTBEAT_MS = 12_000;

/**
 * Server-sent events, one stream for each subscription ("distinct connections").
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function sseHandler(live: Live, { connections, open }: { connections: Connections; open: Set<ServerResponse> }) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!/text\/event-stream|\*\/\*/.test(request.headers.accept ?? '*/*'))
      throw new HttpRefusal(406, 'BAD_REQUEST', 'A subscription is answered as text/event-stream.');
    const { asker, weighed } = request.admitted;
    const giveBack = connections.take(asker.id ? 'keyed' : 'anonymous');
    try {
      const listener = { asker, locale: localeOf(request.headers) };
      const { answers } = await live.subscribe(weighed, listener);
      reply.hijack();
      open.add(reply.raw);
      await write(begin(reply), answers);
    } finally {
      open.delete(reply.raw);
      giveBack();
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

async function write(response: ServerResponse, answers: AsyncGenerator<ExecutionResult, void, void>): Promise<void> {
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  const closed = once(response, 'close').then(() => answers.return());
  try {
    for await (const answer of answers) {
      // A slow reader is waited for; what it misses meanwhile it gets from the log.
      if (!response.write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`))
        await Promise.race([once(response, 'drain'), closed]);
    }
  } catch (error) {
    response.write(`event: next\ndata: ${JSON.stringify({ errors: [error] })}\n\n`);
  } finally {
    clearInterval(heartbeat);
    response.end('event: complete\ndata: \n\n');
  }
}
