import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../../access/caller.js';
import type { VisibleHead } from '../../../activity/visible-head.js';
import type { Context } from '../../../context/context.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { TrustedDocuments } from '../trusted-documents.js';
import type { Callers } from '../../admission/callers.js';
import type { Documents } from './documents.js';
import { type GraphqlParams, paramsOf } from './graphql-params.js';
import type { Limits } from '../../admission/limit-settings.js';
import { type Allowance, rateHeaders } from '../../admission/rate.js';
import { Weighed } from './weighed.js';

/** Who was let in, with what, and what is left to it. */
export interface Admitted {
  readonly caller: Caller;
  readonly weighed: Weighed;
  readonly allowance: Allowance | null;
}

/** A request's context that also knows how it was let in. */
export type AdmittedContext = Context & { readonly admitted: Admitted };

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted;
  }
}

/** A place on the scales: what weighing it costs, and then the operation or why there is none. */
interface Weighing {
  readonly cost: number;
  readonly weighed: () => Weighed;
}

interface GateOptions {
  readonly callers: Callers;
  readonly documents: Documents;
  readonly trusted: TrustedDocuments;
  readonly visibleHead: VisibleHead;
  readonly limits: Limits;
}

/** Lets GraphQL requests in: within the limits, by whom, and at what cost. Nothing has been executed before. */
export class Gate {
  constructor(private readonly options: GateOptions) {}

  /** The hook of a route that answers GraphQL. A WebSocket is let in here, and each of its messages later. */
  admission(server: FastifyInstance) {
    if (!server.hasRequestDecorator('admitted')) server.decorateRequest('admitted', null as never);
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const caller = await this.callerOf(request.headers.authorization, request.ip);
      // Whoever subscribes from there is told of every change that the answer lacks.
      void reply.header('activity-sequence', await this.options.visibleHead.of(caller));
      if (request.ws) return void (await this.charge(caller, request.ip, 1));
      const { allowance, weighed } = await this.admit(() => paramsOf(request), caller, request.ip);
      if (allowance) void reply.headers(rateHeaders(allowance));
      request.admitted = { caller, allowance, weighed: weighed() };
    };
  }

  /** Weighs what is asked and takes its points, whether it is refused then or not: weighing is work. */
  async admit(ask: () => GraphqlParams, caller: Caller, address: string) {
    const { cost, weighed } = this.weigh(ask);
    return { allowance: await this.charge(caller, address, cost), weighed };
  }

  private weigh(ask: () => GraphqlParams): Weighing {
    try {
      const params = ask();
      const weighed = Weighed.of(this.options.trusted.textOf(params), params, this.options);
      return { cost: weighed.cost, weighed: () => weighed.valid() };
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      return { cost: 1, weighed: () => refuse(error) };
    }
  }

  /** Who asks by this header. Refuses a key or token that doesn't work, and notes the attempt. */
  callerOf(authorization: string | undefined, address: string): Promise<Caller> {
    return this.options.callers.callerOf(authorization, address);
  }

  /** Takes the points of an operation; one costs at least a point. */
  charge(caller: Caller, address: string, cost: number): Promise<Allowance | null> {
    return this.options.callers.charge(caller, address, cost);
  }
}

function refuse(refusal: HttpRefusal): never {
  throw refusal;
}
