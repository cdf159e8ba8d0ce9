import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { maskedError } from '../../refusals/masked-errors.js';
import type { OperationAdmission } from '../operation-admission.js';
import { paramsIn } from '../graphql-params.js';
import { localeOf } from '../../locale.js';
import { endBroken } from '../../operation/log.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Live, Subscribed } from './live.js';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import type { LiveSettings } from './live-settings.js';
import type { Places } from './places.js';
import { purseOf } from './purse.js';
import { lifetimeOf } from './connection-lifetime.js';
import { type Connection, transportOf } from './websocket-transport.js';

interface WebSocketOptions {
  readonly live: Live;
  readonly admission: OperationAdmission;
  readonly places: Places;
  readonly settings: LiveSettings;
  readonly log: FastifyBaseLogger;
}

/** A connection, and what the service keeps with it. */
interface Extra extends Connection {
  /** Until it has said who it is. */
  readonly waiting: Lifetime;
  /** What its first message said. */
  authorization?: string | undefined;
  /** Subscriptions of the connection, also those that have not begun yet. */
  subscriptionCount?: number;
}

type Protocol = ServerOptions<Record<string, unknown>, Extra>;

/** "Too many", after HTTP's 429; the protocol leaves 4400 to 4499 to the service. */
const TOO_MANY = 4429;

/** The service cannot say yet who asks, or anything at all. Clients come back by themselves. */
const TRY_AGAIN = 1013;

/** How long clients may take to say goodbye. */
const CLOSING_MS = 1_000;

/** Bytes of one message; a subscription and its variables are small. */
const MAX_MESSAGE = 100_000;

/** Makes the server speak WebSocket. When it closes, clients are to come back to another copy. */
export async function acceptWebSockets(server: FastifyInstance): Promise<void> {
  await server.register(websocket, {
    options: { maxPayload: MAX_MESSAGE, handleProtocols },
    errorHandler: endBroken,
    preClose(done) {
      const { clients } = this.websocketServer;
      for (const client of clients) client.close(1001, 'The service restarts');
      setTimeout(() => clients.forEach(client => client.terminate()), CLOSING_MS).unref();
      this.websocketServer.close(done);
    },
  });
}

/** What to do with a WebSocket: graphql-transport-ws, for subscriptions only. https://github.com/enisdenjo/graphql-ws */
export function websocketHandler(options: WebSocketOptions) {
  const streams = new WeakMap<ExecutionArgs, AsyncGenerator<ExecutionResult>>();
  const protocol: Protocol = {
    onConnect: ({ connectionParams, extra }) => letIn(options, connectionParams ?? {}, extra),
    onSubscribe: async ({ extra }, _id, payload) => {
      try {
        const { args, answers } = await subscribe(options, extra, payload);
        streams.set(args, answers);
        return args;
      } catch (error) {
        return refusalErrors(options.log, error);
      }
    },
    subscribe: args => streams.get(args)!,
  };
  const transport = transportOf(makeServer(protocol));
  return (socket: WebSocket, request: FastifyRequest): void => {
    const waiting = lifetimeOf(request.raw.socket).part();
    if (options.places.mayWait(request.ip, waiting)) transport({ socket, request, waiting });
    else socket.close(TOO_MANY, 'TOO_MANY_CONNECTIONS');
  };
}

/** Authenticates by `connectionParams.authorization`, or by the header or cookie of the request that was upgraded. */
async function letIn({ admission, places, log }: WebSocketOptions, params: Record<string, unknown>, extra: Extra) {
  const { request, socket } = extra;
  const given = params.authorization ?? params.Authorization;
  extra.authorization = typeof given === 'string' ? given : undefined;
  try {
    const caller = await admission.callerOfSocket(request, extra.authorization);
    await admission.charge(caller, request.ip, 1);
    places.take({ caller, address: request.ip }, lifetimeOf(request.raw.socket));
    extra.waiting.end();
    return true;
  } catch (error) {
    if (error instanceof HttpRefusal && [401, 403].includes(error.status)) return false;
    if (error instanceof HttpRefusal && error.code !== 'SIGN_IN_UNAVAILABLE') socket.close(TOO_MANY, error.code);
    else {
      log.error({ err: (error as Error).cause ?? error }, 'a connection failed');
      socket.close(TRY_AGAIN, 'UNAVAILABLE');
    }
    return false;
  }
}

/** The key is looked up anew for every subscription, which ends with its connection however that ends. */
async function subscribe(
  { live, admission, places, settings }: WebSocketOptions,
  extra: Extra,
  payload: unknown,
): Promise<Subscribed> {
  const { request, authorization, subscriptionCount = 0 } = extra;
  const most = settings.subscriptionsPerConnection;
  if (subscriptionCount >= most)
    throw new HttpRefusal(429, 'TOO_MANY_CONNECTIONS', `A connection may have ${most} subscriptions.`);
  const lifetime = lifetimeOf(request.raw.socket).part();
  extra.subscriptionCount = subscriptionCount + 1;
  lifetime.hold(() => (extra.subscriptionCount! -= 1));
  try {
    const caller = await admission.callerOfSocket(request, authorization);
    const { operation, allowance } = await admission.admit(() => paramsIn(payload), caller, request.ip);
    const weighed = operation();
    places.keep({ caller, address: request.ip }, weighed, lifetime);
    const purse = purseOf(admission, { caller, address: request.ip, allowance });
    return await live.subscribe(weighed, { caller, locale: localeOf(request.headers), lifetime, purse });
  } catch (error) {
    lifetime.end();
    throw error;
  }
}

function refusalErrors(log: FastifyBaseLogger, error: unknown): GraphQLError[] {
  if (!(error instanceof HttpRefusal)) return [maskedError(log, error)];
  return error.errors().map(({ message, extensions }) => new GraphQLError(message, { extensions: extensions ?? null }));
}
