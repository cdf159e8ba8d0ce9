import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Api } from '../api.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { formatErrors } from './errors.js';
import { admit, type AdmittedContext } from './limits/admission.js';
import { within } from './limits/deadline.js';
import { Documents } from './limits/documents.js';
import { Rates } from './limits/rate.js';
import { showCost } from './limits/show-cost.js';
import { localeOf } from './locale.js';
import { measureOperations, type Metrics } from './metrics.js';

export interface GraphqlOptions {
  readonly api: Api;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly config: Config;
}

/** Serves the API at /graphql as the GraphQL-over-HTTP specification says. */
export async function serveGraphql(server: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { api, database, metrics } = options;
  const { limits, debugStatements } = options.config;
  const apollo = new ApolloServer<AdmittedContext>({
    schema: api.schema,
    introspection: true,
    csrfPrevention: true,
    validationOptions: { maxErrors: 20 },
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatErrors(server.log),
    plugins: [
      fastifyApolloDrainPlugin(server),
      // Nothing here is described for caches by type; the plugin would step in at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      legacyStatus,
      measureOperations(metrics),
      showCost(limits),
      ...(debugStatements ? [showStatements] : []),
    ],
  });
  await apollo.start();

  const context = async ({ admitted, headers }: FastifyRequest): Promise<AdmittedContext> => {
    const made = api.contextFor(admitted.viewer, localeOf(headers), debugStatements ? [] : undefined);
    return Object.assign(made, { admitted });
  };
  const answer = fastifyApolloHandler(apollo, { context });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: limits.bodyBytes,
    preHandler: admit(server, {
      database,
      limits,
      documents: new Documents(api.schema, limits),
      rates: new Rates(limits),
    }),
    handler: within(
      limits.requestTimeoutMs,
      (request, reply) => answer.call(server, request, reply) as Promise<unknown>,
    ),
  });
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
