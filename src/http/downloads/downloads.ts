import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { type DocumentNode, getOperationAST } from 'graphql';
import type { Caller } from '../../access/caller.js';
import type { Api } from '../../api.js';
import type { Context } from '../../context/context.js';
import type { Callers } from '../admission/callers.js';
import { priceOf } from '../graphql/weighing/cost.js';
import { lifeOf, whileAlive } from '../admission/deadline.js';
import type { Limits } from '../admission/limit-settings.js';
import { nameOf, rateHeaders } from '../admission/rate.js';
import { Turns } from '../admission/turns.js';
import { ANONYMOUS, type Viewer } from '../../shared/viewer.js';
import type { Locale } from '../../shared/text/localized-text.js';
import { localeOf } from '../locale.js';
import type { Described } from '../openapi/described.js';
import { queryStringIn } from '../query-string.js';
import { variesBy } from '../vary.js';
import { runQuery, type RunQuery } from '../graphql/own-query.js';
import { type Given, LOCALE, type Parameters, readParameters, text } from './parameters.js';

/** A download under way. */
export interface Download<P extends Parameters = Parameters> {
  /** Who asks, and in which language. */
  readonly context: Context;
  readonly parameters: Given<P>;
  /** Runs a query as the caller, in its turn and at its cost. */
  readonly query: RunQuery;
  /** The same as anybody: what is published. */
  readonly queryPublished: RunQuery;
}

interface Route<P extends Parameters> {
  readonly method?: HTTPMethods;
  readonly url: string;
  /** What may stand in the address, beside `key` and `locale`. */
  readonly parameters: P;
  /** Whether it gives what is published, the same whoever asks: a key pays for it, and sees no more by it. */
  readonly publishes?: true;
  /** What /openapi.json tells of it. */
  readonly described: Described;
}

type Answer<P extends Parameters> = (
  download: Download<P>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown>;

/** Who was let in to a download, and until when. */
interface Entrance {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Whether the first of its work has been paid for. */
  hasBegun: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    entrance: Entrance | null;
  }
}

/** The parameters of every download. */
const EVERYWHERE = { key: text, locale: LOCALE };

interface DownloadsOptions {
  readonly api: Api;
  readonly callers: Callers;
  readonly limits: Limits;
}

/**
 * Serves what is made of the API's own answers to the caller, so that it shows what the caller may see: files, feeds and
 * protocols. All of them are paid for by the work they make, take turns with it, and end at a deadline.
 */
export class Downloads {
  private readonly turns: Turns;
  private readonly prices = new WeakMap<DocumentNode, ReturnType<typeof priceOf>>();

  constructor(private readonly options: DownloadsOptions) {
    this.turns = new Turns(options.limits.downloadsAtOnce);
  }

  /** Makes room on requests for who was let in. */
  readonly setUp = (server: FastifyInstance): void => void server.decorateRequest('entrance', null);

  serve<P extends Parameters>(
    server: FastifyInstance,
    { method = 'GET', url, parameters, publishes, described }: Route<P>,
    answer: Answer<P>,
  ): void {
    const known = { ...parameters, ...EVERYWHERE };
    server.route({
      method,
      url,
      config: {
        admission: (request, reply) => this.admit(request, reply),
        described: { ...described, parameters: known },
      },
      handler: (request, reply) =>
        whileAlive(request.entrance!.signal, async () => {
          const download = await this.begin(request, known, publishes ? ANONYMOUS : request.entrance!.caller.viewer);
          return answer(download, request, reply);
        }).catch((error: unknown) => {
          if (!reply.raw.headersSent) throw error;
          // The answer is on its way, too late to refuse it. Where it was cut off at its deadline, that is logged there.
          const route = request.routeOptions.url;
          if (!request.entrance!.signal.aborted)
            request.log.error({ err: error, route }, 'a download failed on its way');
          return reply;
        }),
    });
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { callers, limits } = this.options;
    const signal = lifeOf(reply, limits.downloadTimeoutMs);
    variesBy(reply, 'authorization', 'cookie', 'accept-language');
    void reply.header('cache-control', 'private, no-cache');
    const caller = await callers.readerOf(request);
    const allowance = await callers.charge(caller, request.ip, 1);
    if (allowance) void reply.headers(rateHeaders(allowance));
    // What is read by Fastify's own parser, which takes whatever comes, is as unequivocal as what GraphQL takes.
    queryStringIn(request.url);
    request.entrance = { caller, signal, hasBegun: false };
  }

  private async begin<P extends Parameters>(
    request: FastifyRequest,
    parameters: P,
    viewer: Viewer,
  ): Promise<Download<P>> {
    const { revision } = request.entrance!.caller;
    const contextIn = (locale: Locale, as = viewer) => this.options.api.contextFor(as, locale, { revision });
    const usual = contextIn(localeOf(request.headers));
    const given = await readParameters(parameters, request.query, this.queryAs(usual, request));
    const { locale } = given as Given<typeof EVERYWHERE>;
    const context = locale ? contextIn(locale) : usual;
    const queryPublished = this.queryAs(contextIn(context.locale, ANONYMOUS), request);
    return { context, parameters: given, query: this.queryAs(context, request), queryPublished };
  }

  private queryAs(context: Context, request: FastifyRequest): RunQuery {
    const { caller, signal } = request.entrance!;
    return async (document, variables) => {
      await this.pay(request, this.priceIn(document, variables));
      return this.turns.run(
        nameOf(caller, request.ip),
        () => runQuery(this.options.api, context, document, variables),
        signal,
      );
    };
  }

  /** What has begun is not cut off in the middle: who comes to owe more than a minute's points waits before the next. */
  private async pay({ entrance, ip }: FastifyRequest, points: number): Promise<void> {
    const { callers } = this.options;
    const { caller, hasBegun } = entrance!;
    if (!hasBegun) await callers.charge(caller, ip, 1);
    entrance!.hasBegun = true;
    await callers.owe(caller, ip, points);
  }

  private priceIn(document: DocumentNode, variables: object): number {
    const known = this.prices.get(document);
    const price = known ?? priceOf(this.options.api.schema, document, getOperationAST(document)!);
    if (!known) this.prices.set(document, price);
    return price(variables as Record<string, unknown>);
  }
}
