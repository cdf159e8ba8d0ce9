import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Phases } from '../step.js';

/** PostgreSQL's error codes (SQLSTATE) have five characters; the messages with them quote values and statements. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

interface LoggedError extends Error {
  code?: unknown;
  table?: unknown;
  constraint?: unknown;
}

/** An error without what callers have sent: of a database's error only where and which, of others all. */
function errorWithoutValues(error: LoggedError) {
  const { name, message, stack = '', code, table, constraint } = error;
  if (typeof code !== 'string' || !SQLSTATE.test(code)) return { type: name, code, message, stack };
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line));
  return { type: name, message: 'left out: it quotes values', stack: frames.join('\n'), code, table, constraint };
}

/** The log: lines of JSON on standard output, each with the id of its request; no keys, addresses or texts of people. */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: ['req.headers.authorization', 'authorization', 'secret'],
    // Libraries log addresses as they came; a query string may hold a key.
    serializers: { err: errorWithoutValues, path: (path: string) => path.replace(/\?.*/s, '') },
  };
}

/** Probes and scrapes are logged only at debug level. */
const QUIET = new Set(['/health', '/ready', '/metrics']);

/** One line for each request: which route, how it ended and how long it took. The query string is never logged. */
export const requestLog: Phases = {
  onResponse(request, reply, done) {
    const route = request.routeOptions.url ?? 'unknown';
    request.log[QUIET.has(route) ? 'debug' : 'info'](
      { method: request.method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  },
};

/** What callers do to their connections: breaking them off, and frames that are none. */
const BY_CALLER = /^(WS_ERR_\w+|ECONNRESET|EPIPE)$/;

/** Ends a WebSocket that has broken. What its caller did is no failure of the service. */
export function endBroken(error: NodeJS.ErrnoException, socket: { terminate(): void }, request: FastifyRequest): void {
  if (BY_CALLER.test(error.code ?? '')) request.log.info({ code: error.code }, 'a caller broke its connection');
  else request.log.error({ err: error }, 'a connection failed');
  socket.terminate();
}
