import type { FastifyInstance, FastifyReply } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { DocumentRefusal, HttpRefusal, takesEvents } from '../refusals/refusal.js';
import type { Around, Handler } from '../step.js';
import { tagged } from '../tagged.js';
import { variesBy } from '../vary.js';
import type { Subscriptions } from './live/subscriptions.js';
import type { OperationAdmission } from './operation-admission.js';

interface RouteOptions {
  readonly bodyLimit: number;
  readonly live: Subscriptions;
  readonly admission: OperationAdmission;
  /** What an operation passes once it has been let in. */
  readonly execute: Handler;
}

/** The API at /graphql, as the GraphQL-over-HTTP specification says, and its subscriptions at /graphql/stream. */
export function graphqlRoutes({ bodyLimit, live, admission, execute: handler }: RouteOptions) {
  const config = { admission: admission.ofRequest };
  return async (server: FastifyInstance): Promise<void> => {
    admission.setUp(server);
    server.route({
      method: ['GET', 'POST'],
      url: '/graphql/stream',
      exposeHeadRoute: false,
      bodyLimit,
      config,
      handler: live.eventsHandler,
    });
    server.route({ method: 'POST', url: '/graphql', bodyLimit, config, handler });
    await tagged(server, routes => {
      routes.addHook('onSend', async (_request, reply) => forOneCaller(reply));
      routes.route({ method: 'GET', url: '/graphql', config, handler, wsHandler: live.wsHandler });
    });
  };
}

/** Keeps caches on the way from giving an answer to another caller, or again without checking it. */
function forOneCaller(reply: FastifyReply): void {
  variesBy(reply, 'authorization', 'cookie', 'accept-language', 'accept');
  void reply.header('cache-control', 'private, no-cache');
}

/** Refuses mutations that come in another way than by POST. */
export const mutationsByPost: Around = next => (request, reply) => {
  const { operation } = request.admitted.weighed.operation;
  if (operation === OperationTypeNode.MUTATION && request.method !== 'POST') throw onlyByPost();
  return next(request, reply);
};

/** Answers subscriptions by server-sent events where these are accepted. */
export function subscriptionsByEvents({ eventsHandler }: Subscriptions): Around {
  return next => (request, reply) => {
    if (request.admitted.weighed.operation.operation !== OperationTypeNode.SUBSCRIPTION) return next(request, reply);
    if (takesEvents(request) && request.method !== 'HEAD') return eventsHandler(request, reply);
    throw noSingleAnswer();
  };
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
