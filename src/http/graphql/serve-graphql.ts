import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import etag from '@fastify/etag';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Api } from '../../api.js';
import type { Config } from '../../config.js';
import type { Context } from '../../context/context.js';
import { answers } from './answers/answers.js';
import { stringify } from './answers/json.js';
import { KeptAnswers } from './answers/kept-answers.js';
import type { Database } from '../../database/database.js';
import { formatErrors } from '../refusals/errors.js';
import { asWeighed, executor } from './executor.js';
import { idempotent } from './idempotency/idempotent.js';
import { within } from '../admission/deadline.js';
import type { AdmittedContext, Gate } from './weighing/gate.js';
import type { serveLive } from './live/serve-live.js';
import { showCost } from './weighing/show-cost.js';
import { localeOf } from '../locale.js';
import { measureOperations, type Metrics } from '../operation/metrics.js';
import { DocumentRefusal, HttpRefusal, takesEvents } from '../refusals/refusal.js';
import type { TraceOperation } from '../operation/tracing/tracing.js';
import { variesBy } from '../vary.js';

export interface GraphqlOptions {
  readonly api: Api;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly config: Config;
  readonly gate: Gate;
  readonly traceOperation: TraceOperation | null;
  readonly live: ReturnType<typeof serveLive>;
}

/** Serves the API at /graphql as the GraphQL-over-HTTP specification says. */
export async function serveGraphql(server: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { api, database, gate, traceOperation, live } = options;
  const { limits, debugStatements } = options.config;
  const apollo = apolloOn(server, options);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());

  const contextOf = ({ admitted, headers, attempt }: FastifyRequest): AdmittedContext => {
    const statements = debugStatements ? [] : undefined;
    const { viewer, revision } = admitted.caller;
    return Object.assign(api.contextFor(viewer, localeOf(headers), { statements, attempt, revision }), { admitted });
  };
  const execute = executor(apollo, contextOf);
  const once = within(
    limits.requestTimeoutMs,
    idempotent({ database, busyMs: limits.requestTimeoutMs }, (request, reply) => {
      const run = () => execute(request, reply);
      const { operation, operationName } = request.admitted.weighed;
      return traceOperation ? traceOperation({ type: operation.operation, name: operationName }, run) : run();
    }),
  );
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const { operation } = request.admitted.weighed.operation;
    if (operation === OperationTypeNode.MUTATION && request.method !== 'POST') throw onlyByPost();
    if (operation !== OperationTypeNode.SUBSCRIPTION) return once(request, reply);
    if (takesEvents(request) && request.method !== 'HEAD') return live.eventsHandler(request, reply);
    throw noSingleAnswer();
  };
  const config = { admission: gate.admission(server) };
  const { wsHandler } = live;
  server.route({ method: 'POST', url: '/graphql', bodyLimit: limits.bodyBytes, config, handler });
  await server.register(async tagged => {
    // A strong tag: who asks by GET and has the same answer already is told so with 304.
    await tagged.register(etag, { algorithm: 'sha256' });
    tagged.addHook('onSend', async (_request, reply) => forOneCaller(reply));
    tagged.route({ method: 'GET', url: '/graphql', config, handler, wsHandler });
  });
}

/** Tells caches on the way that an answer is for whom it was made for, and that it must be asked for again. */
function forOneCaller(reply: FastifyReply): void {
  variesBy(reply, 'authorization', 'accept-language', 'accept');
  void reply.header('cache-control', 'private, no-cache');
}

function apolloOn(server: FastifyInstance, { api, database, metrics, config }: GraphqlOptions) {
  const { limits, debugStatements, answersKeptMiB } = config;
  // Who wants to see statements shall have them run.
  const kept = answersKeptMiB > 0 && !debugStatements ? new KeptAnswers(database, answersKeptMiB) : null;
  return new ApolloServer<AdmittedContext>({
    schema: api.schema,
    introspection: true,
    csrfPrevention: true,
    validationOptions: { maxErrors: 20 },
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatErrors(server.log),
    // Documents are kept by whoever weighs them; signals are for whoever started the process.
    documentStore: null,
    stopOnTerminationSignals: false,
    stringifyResult: stringify,
    plugins: [
      asWeighed,
      // A person is shown the explorer, at an address of its own.
      ApolloServerPluginLandingPageDisabled(),
      // Nothing here is described for caches by type; the plugin would step in at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      legacyStatus,
      measureOperations(metrics),
      showCost(limits),
      answers(kept, metrics),
      ...(debugStatements ? [showStatements] : []),
    ],
  });
}

function onlyByPost(): HttpRefusal {
  return new HttpRefusal(405, 'BAD_REQUEST', 'Mutations are sent by POST.', { headers: { allow: 'POST' } });
}

function noSingleAnswer(): DocumentRefusal {
  return new DocumentRefusal(
    'BAD_REQUEST',
    'Subscribe by WebSocket at /graphql (graphql-transport-ws), or by server-sent events at /graphql/stream.',
  );
}

/**
 * A client that accepts application/json but not application/graphql-response+json gets 200 for documents that are well
 * formed as JSON but refused as GraphQL. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
const legacyStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '';
        const refused = response.body.kind === 'single' && !('data' in response.body.singleResult);
        if (refused && response.http.status === 400 && !accept.includes('application/graphql-response+json'))
          response.http.status = 200;
      },
    };
  },
};

/** The debug switch: every answer tells which statements it took. */
const showStatements: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { statements }, response }) {
        if (response.body.kind !== 'single') return;
        response.body.singleResult.extensions = { ...response.body.singleResult.extensions, statements };
      },
    };
  },
};
