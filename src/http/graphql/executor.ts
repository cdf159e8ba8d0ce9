import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Api } from '../../api.js';
import { localeOf } from '../locale.js';
import { maskErrors } from '../refusals/masked-errors.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { Handler } from '../step.js';
import { stringify } from './answers/json.js';
import type { AdmittedContext } from './operation-admission.js';

interface ExecutorOptions {
  readonly api: Api;
  readonly debugStatements: boolean;
  /** What an operation passes inside Apollo Server. */
  readonly plugins: readonly ApolloServerPlugin<AdmittedContext>[];
}

const ANSWERS = ['application/json', 'application/graphql-response+json'];

/**
 * Has Apollo Server execute operations that have been let in. Of the request itself it learns the headers alone, and that
 * it came by POST: what would be read from a query string has been read.
 */
export async function executor(server: FastifyInstance, options: ExecutorOptions): Promise<Handler> {
  const apollo = apolloServer(server, options);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  const contextOf = contexts(options);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    if (!new Negotiator(request).mediaType(ANSWERS)) throw notAcceptable();
    const { text: query, operationName, variables } = request.admitted.weighed;
    const headers = headersOf(request);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query, operationName, variables } },
      context: async () => contextOf(request),
    });
    if (answer.body.kind !== 'complete') throw new Error('answers come in one piece');
    for (const [name, value] of answer.headers) void reply.header(name, value);
    void reply.status(answer.status ?? 200);
    return answer.body.string;
  };
}

function apolloServer({ log }: FastifyInstance, { api, plugins }: ExecutorOptions) {
  return new ApolloServer<AdmittedContext>({
    schema: api.schema,
    introspection: true,
    csrfPrevention: true,
    validationOptions: { maxErrors: 20 },
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors(log),
    // Documents are kept by whoever weighs them; signals are for whoever started the process.
    documentStore: null,
    stopOnTerminationSignals: false,
    stringifyResult: stringify,
    plugins: [
      // A person is shown the explorer, at an address of its own.
      ApolloServerPluginLandingPageDisabled(),
      // Nothing here is described for caches by type; the plugin would step in at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      ...plugins,
    ],
  });
}

function contexts({ api, debugStatements }: ExecutorOptions) {
  return ({ admitted, headers, attempt, time }: FastifyRequest): AdmittedContext => {
    const statements = debugStatements ? [] : undefined;
    const { viewer, revision } = admitted.caller;
    return Object.assign(api.contextFor(viewer, localeOf(headers), { statements, attempt, time, revision }), {
      admitted,
    });
  };
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) map.set(name, String(value));
  return map;
}

/** Said before anything is done, where Apollo Server would say it afterwards. */
function notAcceptable(): HttpRefusal {
  return new HttpRefusal(406, 'BAD_REQUEST', `Answers come as ${ANSWERS.join(' or ')}: accept one of them.`);
}
