import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../../access/authenticate.js';
import { ANONYMOUS, type Viewer } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import type { Database } from '../../database/database.js';
import { DocumentRefusal, HttpRefusal } from '../refusal.js';
import type { Documents } from './documents.js';
import type { Limits } from './limit-settings.js';
import { refuseOversized, variablesFrom } from './variables.js';
import { type Allowance, rateHeaders, type Rates } from './rate.js';

/** Who was let in, and what the operation cost. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly cost: number;
  readonly allowance: Allowance | null;
}

/** A request's context that also knows how it was let in. */
export type AdmittedContext = Context & { readonly admitted: Admitted };

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted;
  }
}

/** What a GraphQL request may hold, before anybody has looked at it. */
export interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

interface Gate {
  readonly database: Database;
  readonly documents: Documents;
  readonly rates: Rates;
  readonly limits: Limits;
}

/** Lets GraphQL requests in: within the limits, by whom, and at what cost. Nothing has been executed before. */
export function admit(server: FastifyInstance, gate: Gate) {
  server.decorateRequest('admitted', null as never);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const cost = costOf(gate, askedIn(request));
    const viewer = await viewerOf(gate, request.headers.authorization, request.ip);
    const allowance = await gate.rates.charge(viewer, request.ip, Math.max(1, cost));
    if (allowance) void reply.headers(rateHeaders(allowance));
    request.admitted = { viewer, cost, allowance };
  };
}

function askedIn({ method, query, body }: FastifyRequest): Asked {
  const asked = method === 'GET' ? query : body;
  if (Array.isArray(asked))
    throw new HttpRefusal(400, 'BATCH_REFUSED', 'Send one operation a request; requests may run side by side.');
  return asked ?? {};
}

/** The points of an operation; 0 for what cannot be executed, and says so later. Refuses one beyond the limits. */
export function costOf({ documents, limits }: Pick<Gate, 'documents' | 'limits'>, asked: Asked): number {
  const measured = typeof asked.query === 'string' ? documents.measure(asked.query) : null;
  const operation = measured?.operation(typeof asked.operationName === 'string' ? asked.operationName : null);
  if (!measured || !operation) return 0;
  const variables = variablesFrom(asked.variables);
  refuseOversized(variables, limits.listItems);
  const cost = measured.cost(operation, variables);
  if (cost <= limits.cost) return cost;
  const message = `The operation costs ${cost} points and may cost ${limits.cost}. Ask for smaller pages, or for less in each row.`;
  throw new DocumentRefusal('TOO_COSTLY', message, { cost, limit: limits.cost });
}

/** Who asks by this header. Refuses a key that doesn't work. */
export async function viewerOf(
  { database, rates }: Pick<Gate, 'database' | 'rates'>,
  authorization: string | undefined,
  address: string,
): Promise<Viewer> {
  if (!authorization) return ANONYMOUS;
  await rates.refuseExhausted(address);
  const viewer = await authenticate(database, authorization);
  if (viewer) return viewer;
  await rates.chargeFailure(address);
  throw new HttpRefusal(
    401,
    'UNAUTHENTICATED',
    'The API key is unknown, expired or revoked. Leave the Authorization header out to ask as anonymous.',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}
