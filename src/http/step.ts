import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestHookHandler,
  onResponseHookHandler,
  onSendHookHandler,
  preHandlerAsyncHookHandler,
} from 'fastify';

/** Adds to the server what no phase of a request names: a route, a parser, a plugin of Fastify. */
type Addition = (server: FastifyInstance) => Promise<void> | void;

/** What a step does, under the phase in which it does it. Those of one phase run in the order of the steps. */
export interface Phases {
  readonly setUp?: Addition;
  /** The head of a request has come. */
  readonly onRequest?: onRequestHookHandler;
  /** Its body has been read, and the handler of its route is next. */
  readonly preHandler?: preHandlerAsyncHookHandler;
  /** Its answer has been made. */
  readonly onSend?: onSendHookHandler<unknown>;
  /** Its answer has been sent. */
  readonly onResponse?: onResponseHookHandler;
  /** The service takes no new requests, and lets those under way finish. */
  readonly preClose?: () => Promise<void>;
  /** Nothing is under way any more. */
  readonly onClose?: () => Promise<void>;
}

/** One of the things that requests pass on their way to an answer; see the list in server.ts. */
export type Step = Phases | Addition;

export async function addSteps(server: FastifyInstance, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'function') await step(server);
    else await addPhases(server, step);
  }
}

async function addPhases(server: FastifyInstance, phases: Phases): Promise<void> {
  await phases.setUp?.(server);
  if (phases.onRequest) server.addHook('onRequest', phases.onRequest);
  if (phases.preHandler) server.addHook('preHandler', phases.preHandler);
  if (phases.onSend) server.addHook('onSend', phases.onSend);
  if (phases.onResponse) server.addHook('onResponse', phases.onResponse);
  if (phases.preClose) server.addHook('preClose', phases.preClose);
  if (phases.onClose) server.addHook('onClose', phases.onClose);
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A step of a route: it stands around the handlers that follow, and acts before them, after them or in their place. */
export type Around = (next: Handler) => Handler;

/** The handler with the steps around it, the first of them outermost. */
export function handlerWithin(steps: readonly Around[], handler: Handler): Handler {
  return steps.reduceRight((next, step) => step(next), handler);
}
