import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Database } from '../../../database/database.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Around } from '../../step.js';
import { Attempt, type Sent } from './attempt.js';
import { IdempotencyKey } from './idempotency-key.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while a request with an Idempotency-Key is answered. */
    attempt?: Attempt;
  }
}

interface IdempotentOptions {
  readonly database: Pick<Database, 'query'>;
  /** How long an attempt may last before another takes over. */
  readonly busyMs: number;
}

/** Failures that pass: the next attempt shall make what this one did not. */
const PASSING: ReadonlySet<unknown> = new Set([
  'INTERNAL_SERVER_ERROR',
  'UNAVAILABLE',
  'TIMEOUT',
  'IDEMPOTENCY_KEY_IN_USE',
]);

/**
 * Answers a mutation that carries an Idempotency-Key once, however often it is sent.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/07/
 */
export function idempotent(options: IdempotentOptions): Around {
  return next => async (request, reply) => {
    const begun = await begin(options, request);
    if (!begun) return next(request, reply);
    if (!(begun instanceof Attempt)) return replay(reply, begun.sent);
    request.attempt = begun;
    try {
      const body = String(await next(request, reply));
      const type = String(reply.getHeader('content-type'));
      const { isFinal, isOutage } = outcomeOf(body);
      const sent = { status: reply.statusCode, type, body };
      const closing = close(request, () => (isFinal ? begun.answered(sent) : begun.gaveUp()));
      // Who could not reach the database is not kept waiting for it a second time.
      if (!isOutage) await closing;
      return body;
    } catch (error) {
      await close(request, () => begun.gaveUp());
      throw error;
    }
  };
}

/** What has been done is answered all the same: the next attempt knows what was changed. */
async function close(request: FastifyRequest, finish: () => Promise<void>): Promise<void> {
  await finish().catch((error: unknown) => request.log.error({ err: error }, 'an attempt could not be closed'));
}

/** Nothing to do for queries, without a key, and for anonymous, who can change nothing. */
async function begin({ database, busyMs }: IdempotentOptions, request: FastifyRequest) {
  const { [HEADER]: header } = request.headers;
  const { caller, weighed } = request.admitted;
  if (header === undefined || !caller.id || weighed.operation.operation !== OperationTypeNode.MUTATION) return null;
  const key = IdempotencyKey.from(String(header), caller.id);
  // As the request has it: copies of 0.1.0 that serve beside know the same request by the same three.
  const { text, askedName, variables } = weighed;
  const begun = await Attempt.begin(database, { key, request: [text, askedName, variables], busyMs });
  if (begun === 'OTHER_REQUEST') throw usedForAnother();
  if (begun === 'BUSY') throw inUse();
  return begun;
}

const HEADER = 'idempotency-key';

/** Only what executed is an answer for good; what was refused before, or failed for a while, may be tried again. */
function outcomeOf(body: string): { isFinal: boolean; isOutage: boolean } {
  const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  const codes = errors.map(({ extensions }) => extensions.code);
  return {
    isFinal: data !== undefined && !codes.some(code => PASSING.has(code)),
    isOutage: codes.includes('UNAVAILABLE'),
  };
}

function replay(reply: FastifyReply, { status, type, body }: Sent): string {
  void reply.status(status).type(type).header('idempotency-replayed', 'true');
  return body;
}

function usedForAnother(): HttpRefusal {
  return new HttpRefusal(
    422,
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was used for another request during the last 24 hours. Take a new key for each operation.',
  );
}

function inUse(): HttpRefusal {
  return new HttpRefusal(
    409,
    'IDEMPOTENCY_KEY_IN_USE',
    'The first request with this Idempotency-Key is still being answered. Repeat this one a little later.',
    { headers: { 'retry-after': '1' } },
  );
}
