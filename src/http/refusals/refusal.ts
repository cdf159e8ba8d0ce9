import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { LONGEST } from '../../shared/checks.js';
import { failureOf } from './failure.js';

/** Why a request was not answered: stable words for programs, beside those that Apollo Server uses. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'SUBSCRIPTIONS_ONLY'
  | 'TOO_MANY_CONNECTIONS'
  | 'NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'UNTRUSTED_DOCUMENT'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'BATCH_REFUSED'
  | 'TOO_MANY_TOKENS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_REPEATS'
  | 'TOO_DEEP'
  | 'TOO_MANY_ITEMS'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'IDEMPOTENCY_KEY_INVALID'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_KEY_IN_USE'
  | 'UNAUTHENTICATED'
  | 'CROSS_ORIGIN'
  | 'NO_ROLE'
  | 'FEED_TOKEN'
  | 'FEED_TOKEN_NEEDED'
  | 'SIGN_IN_UNAVAILABLE'
  | 'TOOL_NOT_GRANTED'
  | 'INTERNAL_SERVER_ERROR';

type Headers = Readonly<Record<string, string | string[]>>;

interface RefusalOptions {
  readonly headers?: Headers;
  /** What stands beside the code in `extensions`. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What went wrong inside, for the log alone. */
  readonly cause?: unknown;
}

/** A request that is refused before anything was done; the message says what would be right. */
export class HttpRefusal extends Error {
  readonly headers: Headers;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    { headers = {}, details = {}, cause }: RefusalOptions = {},
  ) {
    super(message, { cause });
    this.headers = headers;
    this.details = details;
  }

  /** As the errors of a GraphQL answer. */
  errors(): GraphQLFormattedError[] {
    return [{ message: this.message, extensions: { code: this.code, ...this.details } }];
  }
}

/** A document that is well formed and yet refused; callers of before GraphQL over HTTP expect 200 for it. */
export class DocumentRefusal extends HttpRefusal {
  constructor(code: RefusalCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(400, code, message, { details });
  }
}

/** What the body of a refusal has, where a protocol asks for a form of its own. */
type BodyOf = (refusal: HttpRefusal, request: FastifyRequest) => object;

const asGraphql: BodyOf = refusal => ({ errors: refusal.errors() });

/** Every refusal and failure outside of GraphQL is answered in the same form as one inside it, unless told otherwise. */
export function answerErrors(server: FastifyInstance, bodyOf: BodyOf = asGraphql): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error === request.raw.errored) return answerRefusal(request, reply, brokenOff(request), bodyOf);
    const refusal = refusalOf(error, request);
    if (refusal.status >= 500) request.log.error({ err: error.cause ?? error }, 'a request failed');
    return answerRefusal(request, reply, refusal, bodyOf);
  });
}

/** What an error means to the caller: what it did is said, and what went wrong inside is not. */
export function refusalOf(error: Error, { server }: FastifyRequest): HttpRefusal {
  return error instanceof HttpRefusal ? error : refusalFrom(error as FastifyError, server.initialConfig.bodyLimit);
}

/** For the log alone: nobody is there to read it, and nothing has failed here. */
function brokenOff(request: FastifyRequest): HttpRefusal {
  request.log.info('a caller went away before its request was whole');
  return new HttpRefusal(400, 'BAD_REQUEST', 'The request ended before its body did.');
}

/** Characters of a name that stands in an address: all that an identifier may have, each of as many units as one takes. */
export const LONGEST_IN_PATH = LONGEST.name * 12;

/** Addresses that Fastify refuses before any route has them: those that are none, and those that are too long. */
export function refuseUnfit({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal =
    code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? new HttpRefusal(414, 'BAD_REQUEST', `A part of the address may have at most ${LONGEST_IN_PATH} characters.`)
      : new HttpRefusal(400, 'BAD_REQUEST', 'The address must be percent-encoded UTF-8.');
  void answerRefusal(request, reply, refusal);
}

export function refuseUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'There is nothing here. The API is at /graphql, its explorer at /explorer.';
  return answerRefusal(request, reply, new HttpRefusal(404, 'NOT_FOUND', message));
}

/** What is wrong with a document or its variables by the schema, all of it at once. */
export class SchemaRefusal extends DocumentRefusal {
  constructor(
    code: RefusalCode,
    private readonly found: readonly GraphQLError[],
  ) {
    super(code, found[0]?.message ?? code);
  }

  override errors(): GraphQLFormattedError[] {
    return this.found.map(error => ({ ...error.toJSON(), extensions: { code: this.code, ...error.extensions } }));
  }
}

const MODERN = 'application/graphql-response+json';

/** Whether the caller accepts a stream of events, as clients of subscriptions and browsers' EventSource do. */
export function takesEvents({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/event-stream') ?? false;
}

/**
 * Answers with the errors of a GraphQL response, in the media type that the caller accepts. Clients that take events get
 * the refusal of a document as an event: by a status they would take the connection for broken, and try again.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: HttpRefusal,
  bodyOf: BodyOf = asGraphql,
): FastifyReply {
  const { status, headers } = refusal;
  const body = JSON.stringify(bodyOf(refusal, request));
  if (refusal instanceof DocumentRefusal && takesEvents(request))
    return reply
      .status(200)
      .headers(headers)
      .type('text/event-stream; charset=utf-8')
      .send(`event: next\ndata: ${body}\n\nevent: complete\ndata: \n\n`);
  const modern = request.headers.accept?.includes(MODERN);
  return reply
    .status(refusal instanceof DocumentRefusal && !modern ? 200 : status)
    .headers(headers)
    .type(`${modern ? MODERN : 'application/json'}; charset=utf-8`)
    .send(body);
}

function refusalFrom(error: FastifyError, bodyLimit: number | undefined): HttpRefusal {
  const { code, statusCode = 500, message } = error;
  const failure = failureOf(error);
  if (failure?.code === 'BAD_USER_INPUT') return new HttpRefusal(400, failure.code, failure.message);
  if (failure)
    return new HttpRefusal(503, failure.code, failure.message, { headers: { 'retry-after': '1' }, cause: error });
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpRefusal(413, 'BODY_TOO_LARGE', `The body may have at most ${bodyLimit} bytes.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.');
  }
  if (statusCode < 500) return new HttpRefusal(statusCode, 'BAD_REQUEST', message);
  return new HttpRefusal(
    500,
    'INTERNAL_SERVER_ERROR',
    'Something went wrong here, not with your request. It has been logged.',
  );
}
