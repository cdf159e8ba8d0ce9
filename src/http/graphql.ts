import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { authenticate } from '../access/authenticate.js';
import type { Api } from '../api.js';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { formatErrors } from './errors.js';
import { localeOf } from './locale.js';
import { measureOperations, type Metrics } from './metrics.js';

export interface GraphqlOptions {
  readonly api: Api;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly debugStatements: boolean;
}

/** Serves the API at /graphql as the GraphQL-over-HTTP specification says. */
export async function serveGraphql(
  server: FastifyInstance,
  { api, database, metrics, debugStatements }: GraphqlOptions,
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: api.schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: formatErrors(server.log),
    plugins: [
      fastifyApolloDrainPlugin(server),
      legacyStatus,
      measureOperations(metrics),
      ...(debugStatements ? [showStatements] : []),
    ],
  });
  await apollo.start();

  const context = async (request: FastifyRequest): Promise<Context> => {
    const viewer = await authenticate(database, request.headers.authorization);
    if (!viewer) throw unauthenticated();
    return api.contextFor(viewer, localeOf(request.headers), debugStatements ? [] : undefined);
  };
  server.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, { context }),
  });
}

/** Apollo takes the status and headers of an error as its own kind of map. */
const UNAUTHENTICATED = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };

function unauthenticated(): GraphQLError {
  return new GraphQLError(
    'The API key is unknown, expired or revoked. Leave the Authorization header out to ask as anonymous.',
    {
      extensions: { code: 'UNAUTHENTICATED', http: UNAUTHENTICATED as never },
    },
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
