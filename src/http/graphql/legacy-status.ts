import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context/context.js';

/**
 * A client that accepts application/json but not application/graphql-response+json gets 200 for documents that are well
 * formed as JSON but refused as GraphQL. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const legacyStatus: ApolloServerPlugin<Context> = {
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
