import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Why a request was not answered: stable words for programs, beside those that Apollo Server uses. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'TIMEOUT'
  | 'UNAUTHENTICATED'
  | 'INTERNAL_SERVER_ERROR';

/** A request that is refused before anything was done; the message says what would be right. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Every refusal and failure outside of GraphQL is answered in the same form as one inside it. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = error instanceof HttpRefusal ? error : refusalFrom(error, server.initialConfig.bodyLimit);
    if (refusal.status >= 500) request.log.error({ err: error }, 'a request failed');
    return answerRefusal(request, reply, refusal);
  });
  server.setNotFoundHandler((request, reply) =>
    answerRefusal(
      request,
      reply,
      new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here. The API is at /graphql, its explorer at /explorer.'),
    ),
  );
}

/** Answers with the errors of a GraphQL response, in the media type that the caller accepts. */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message, headers }: HttpRefusal,
): FastifyReply {
  const type = request.headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  return reply
    .status(status)
    .headers(headers)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function refusalFrom({ code, statusCode = 500, message }: FastifyError, bodyLimit: number | undefined): HttpRefusal {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpRefusal(413, 'BODY_TOO_LARGE', `The body may have at most ${bodyLimit} bytes.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.');
    case 'FST_ERR_HANDLER_TIMEOUT':
      return new HttpRefusal(
        503,
        'TIMEOUT',
        'The request took too long and was given up. A change may have been made all the same: look before you repeat it.',
      );
  }
  if (statusCode < 500) return new HttpRefusal(statusCode, 'BAD_REQUEST', message);
  return new HttpRefusal(
    500,
    'INTERNAL_SERVER_ERROR',
    'Something went wrong here, not with your request. It has been logged.',
  );
}
