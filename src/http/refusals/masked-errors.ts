import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { failureOf } from './failure.js';
import { currentRequestId } from '../operation/request-id.js';

/** Makes errors fit to be seen: what the caller did is said, what went wrong inside is logged and masked. */
export function maskErrors(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError) return clean(formatted);
    const failure = failureOf(cause);
    const requestId = currentRequestId();
    if (!failure?.isCallers) log.error({ err: cause, requestId }, failure ? 'the database failed' : 'a request failed');
    const { code, message } = failure ?? {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something went wrong here, not with your request. It has been logged.',
    };
    return { message, ...(formatted.path && { path: formatted.path }), extensions: { code, requestId } };
  };
}

/** Masks an error that no executor has seen. */
export function maskedError(log: FastifyBaseLogger, error: unknown): GraphQLError {
  const seen = error instanceof GraphQLError ? error.toJSON() : { message: String(error) };
  const { message, path, extensions } = maskErrors(log)(seen, error);
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}

/** Whether a failure will pass, since it is the database that cannot be reached. */
export function isOutage(error: unknown): boolean {
  return failureOf(unwrapResolverError(error))?.code === 'UNAVAILABLE';
}

function clean({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const { code } = extensions ?? {};
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...extensions, code: code ?? 'BAD_USER_INPUT' },
  };
}
