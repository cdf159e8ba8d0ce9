import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OperationDefinitionNode } from 'graphql';
import type { Asker } from '../../access/asker.js';
import type { Authenticate } from '../../access/authenticate.js';
import type { Context } from '../../context.js';
import { DocumentRefusal, HttpRefusal } from '../refusal.js';
import { askerBy } from '../sign-in.js';
import type { TrustedDocuments } from '../trusted-documents.js';
import type { Documents, Measured } from './documents.js';
import type { Limits } from './limit-settings.js';
import { type Allowance, rateHeaders, type Rates } from './rate.js';
import { refuseOversized, variablesFrom } from './variables.js';

/** Who was let in, and with what. */
export interface Admitted {
  /** What is asked, or null for what cannot be executed. */
  readonly operation: OperationDefinitionNode | null;
  readonly asker: Asker;
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
  readonly documentId?: unknown;
  readonly extensions?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** An operation within the limits. */
export interface Weighed extends Measured {
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly cost: number;
}

interface GateOptions {
  readonly authenticate: Authenticate;
  readonly documents: Documents;
  readonly trusted: TrustedDocuments;
  readonly rates: Rates;
  readonly limits: Limits;
}

/** Lets GraphQL requests in: within the limits, by whom, and at what cost. Nothing has been executed before. */
export class Gate {
  constructor(private readonly options: GateOptions) {}

  /** The hook of a route that answers GraphQL. */
  admission(server: FastifyInstance) {
    if (!server.hasRequestDecorator('admitted')) server.decorateRequest('admitted', null as never);
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const asked = this.options.trusted.resolve(askedIn(request));
      passOn(request, asked);
      const weighed = this.weigh(asked);
      const asker = await this.askerOf(request.headers.authorization, request.ip);
      const cost = weighed?.cost ?? 0;
      const allowance = await this.charge(asker, request.ip, cost);
      // Whoever subscribes from there is told of every change that the answer lacks.
      void reply.header('activity-sequence', asker.revision);
      if (allowance) void reply.headers(rateHeaders(allowance));
      request.admitted = { operation: weighed?.operation ?? null, asker, cost, allowance };
    };
  }

  /** The operation and its cost, or null for what cannot be executed, which says so later. Refuses what is too much. */
  weigh(asked: Asked): Weighed | null {
    const { documents, limits, trusted } = this.options;
    const { query, operationName, variables: given } = trusted.resolve(asked);
    const measured = typeof query === 'string' ? documents.measure(query) : null;
    const operation = measured?.operationNamed(typeof operationName === 'string' ? operationName : null);
    if (!measured || !operation) return null;
    const variables = variablesFrom(given);
    refuseOversized(variables, limits.listItems);
    const cost = measured.costOf(operation, variables);
    if (cost <= limits.cost) return { ...measured, operation, variables, cost };
    const message = `The operation costs ${cost} points and may cost ${limits.cost}. Ask for smaller pages, or for less in each row.`;
    throw new DocumentRefusal('TOO_COSTLY', message, { cost, limit: limits.cost });
  }

  /** Who asks by this header. Refuses a key or token that doesn't work, and notes the attempt. */
  async askerOf(authorization: string | undefined, address: string): Promise<Asker> {
    const { authenticate, rates } = this.options;
    if (authorization) await rates.refuseExhausted(address);
    try {
      return await askerBy(authenticate, authorization);
    } catch (error) {
      if (error instanceof HttpRefusal && error.status === 401) await rates.chargeFailure(address);
      throw error;
    }
  }

  /** Takes the points of an operation; one costs at least a point. */
  charge(asker: Asker, address: string, cost: number): Promise<Allowance | null> {
    return this.options.rates.charge(asker, address, Math.max(1, cost));
  }
}

/** What a request asks: in its query string or its body. */
export function askedIn({ method, query, body }: FastifyRequest): Asked {
  const asked = method === 'GET' ? query : body;
  if (Array.isArray(asked))
    throw new HttpRefusal(400, 'BATCH_REFUSED', 'Send one operation a request; requests may run side by side.');
  return asked ?? {};
}

/** Whoever answers the request finds the text of its document, also where an identifier was sent. */
function passOn(request: FastifyRequest, asked: Asked): void {
  if (asked === askedIn(request)) return;
  if (request.method !== 'GET') return void (request.body = asked);
  request.query = asked;
  request.raw.url = `${request.url.split('?')[0]}?${new URLSearchParams(asked as Record<string, string>)}`;
}
