import { type ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { AdmittedContext } from './weighing/gate.js';
import { HttpRefusal } from '../refusals/refusal.js';

type ContextOf = (request: FastifyRequest) => AdmittedContext;

const ANSWERS = ['application/json', 'application/graphql-response+json'];

/**
 * Has Apollo Server execute what the gate has weighed. Of the request itself it learns the headers alone, and that it came
 * by POST: what would be read from a query string has been read.
 */
export function executor(apollo: ApolloServer<AdmittedContext>, contextOf: ContextOf) {
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

/** Neither parsed nor validated a second time: what is executed is the very document that was weighed. */
export const asWeighed: ApolloServerPlugin<AdmittedContext> = {
  async requestDidStart(requestContext) {
    const { document } = requestContext.contextValue.admitted.weighed;
    Object.assign(requestContext, { document });
  },
};

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) map.set(name, String(value));
  return map;
}

/** Said before anything is done, where Apollo Server would say it afterwards. */
function notAcceptable(): HttpRefusal {
  return new HttpRefusal(406, 'BAD_REQUEST', `Answers come as ${ANSWERS.join(' or ')}: accept one of them.`);
}
