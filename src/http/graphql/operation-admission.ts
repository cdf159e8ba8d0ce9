import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.js';
import type { VisibleHead } from '../../activity/visible-head.js';
import type { Context } from '../../context/context.js';
import type { CandidateCounts } from '../../matching/candidate-counts.js';
import type { Admission } from '../admission/admission.js';
import type { Callers } from '../admission/callers.js';
import { credentialsOf, credentialsOfSocket } from '../admission/credentials.js';
import type { Limits } from '../admission/limit-settings.js';
import { type Allowance, rateHeaders } from '../admission/rate.js';
import { localeOf } from '../locale.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { Ahead, type Entry } from './answers/ahead.js';
import type { EarlyAnswer, EarlyAnswers } from './answers/early-answers.js';
import { type GraphqlParams, paramsOf } from './graphql-params.js';
import type { TrustedDocuments } from './trusted-documents.js';
import type { Documents } from './weighing/documents.js';
import { WeighedOperation } from './weighing/weighed-operation.js';

/** Who was let in, with which operation, and what points are left. */
export interface Admitted {
  readonly caller: Caller;
  readonly weighed: WeighedOperation;
  readonly allowance: Allowance | null;
  /** What was read for it while it was looked up who asks. */
  readonly early: EarlyAnswer | null;
}

/** A request's context that also knows how it was let in. */
export type AdmittedContext = Context & { readonly admitted: Admitted };

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted;
  }
}

/** What a request for an operation costs, and then the operation, or the refusal that it met. */
interface Weighing {
  readonly cost: number;
  readonly operation: () => WeighedOperation;
}

interface AdmissionOptions {
  readonly callers: Callers;
  readonly visibleHead: VisibleHead;
  readonly trusted: TrustedDocuments;
  readonly documents: Documents;
  readonly limits: Limits;
  readonly candidates: CandidateCounts;
  /** Null where each statement shall be seen with its request. */
  readonly early: EarlyAnswers | null;
}

/**
 * Lets operations in, whatever brings them, before anything is executed: who asks → params → trusted document → weighing
 * → rate → validation.
 */
export class OperationAdmission {
  constructor(private readonly options: AdmissionOptions) {}

  /** Makes room on requests for what admission finds. */
  readonly setUp = (server: FastifyInstance): void => void server.decorateRequest('admitted', null as never);

  /** Lets a request in with its operation, and a WebSocket without any: each of its messages is let in later. */
  readonly ofRequest: Admission = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { callers } = this.options;
    if (request.ws)
      return void (await this.charge(await callers.callerOf(request, credentialsOfSocket), request.ip, 1));
    const params = () => paramsOf(request);
    const ahead = this.ahead(request, params);
    const caller = await callers.callerExpectedAgain(request, ahead?.follow).catch(async error => {
      await ahead?.giveBack();
      throw error;
    });
    const admitted = await this.enter(request, reply, { caller, params, ahead });
    request.admitted = admitted();
  };

  /** Begins to let in whoever was let in last by the same header. */
  private ahead(request: FastifyRequest, params: () => GraphqlParams): Ahead | null {
    const { callers, early } = this.options;
    const expected = early && callers.expected(request);
    if (!expected) return null;
    const admission = this.admit(params, expected, request.ip);
    const giveBack = (cost: number) => callers.giveBack(expected, request.ip, cost);
    return new Ahead({ caller: expected, locale: localeOf(request.headers), admission, giveBack }, early);
  }

  /** Lets in what a caller asks, takes its points, and tells it what is left; gives the operation, or its refusal. */
  async enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { caller, params, ahead }: { caller: Caller; params: () => GraphqlParams; ahead?: Ahead | null },
  ): Promise<() => Admitted> {
    // Whoever subscribes from there misses no change that the answer lacks.
    void reply.header('activity-sequence', await this.options.visibleHead.of(caller));
    const entry = (await ahead?.entryOf(caller)) ?? (await this.admit(params, caller, request.ip));
    const { allowance, operation, early } = entry;
    if (allowance) void reply.headers(rateHeaders(allowance));
    return () => ({ caller, allowance, weighed: operation(), early });
  }

  /** Who asks by a WebSocket: by what its first message says, else as it was opened. */
  callerOfSocket(request: FastifyRequest, authorization: string | undefined): Promise<Caller> {
    return this.options.callers.callerOf(request, () => credentialsOf(request, authorization));
  }

  /** Weighs an operation and takes its points, whether it is refused then or not: weighing is work. */
  async admit(params: () => GraphqlParams, caller: Caller, address: string): Promise<Entry> {
    const { cost, operation } = this.weigh(params, caller);
    return { cost, allowance: await this.charge(caller, address, cost), operation, early: null };
  }

  /** Takes the points of an operation; one costs at least a point. */
  charge(caller: Caller, address: string, cost: number): Promise<Allowance | null> {
    return this.options.callers.charge(caller, address, cost);
  }

  private weigh(read: () => GraphqlParams, { viewer }: Caller): Weighing {
    try {
      const params = read();
      const text = this.options.trusted.resolve(params);
      const { documents, limits, candidates } = this.options;
      const weighed = WeighedOperation.of(text, params, { documents, limits, candidates: candidates.seenBy(viewer) });
      return { cost: weighed.cost, operation: () => weighed.valid() };
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      return { cost: 1, operation: () => refuse(error) };
    }
  }
}

function refuse(refusal: HttpRefusal): never {
  throw refusal;
}
