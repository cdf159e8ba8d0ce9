import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { currentRequestId } from './request-id.js';

/** PostgreSQL's codes for values that no column can hold: a number or moment out of range or malformed, a NUL in a text. */
const IMPOSSIBLE_VALUE = /^22(003|007|008|021|P02|P05)$/;

/** What a failure of the database means to a caller, by PostgreSQL's error classes and Node's network codes. */
function failureOf(error: unknown): { code: string; message: string } | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (IMPOSSIBLE_VALUE.test(code))
    return {
      code: 'BAD_USER_INPUT',
      message: 'A value in the request is out of range, or a cursor is not one of ours.',
    };
  if (code === '57014')
    return { code: 'TIMEOUT', message: 'The request took too long and was stopped. Ask for less at once.' };
  const lost =
    /^(08|57P|53)/.test(code) ||
    /^E(CONN|PIPE|HOST|TIMEDOUT)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message);
  return lost
    ? { code: 'UNAVAILABLE', message: 'The database cannot be reached at the moment. Nothing was changed; try again.' }
    : null;
}

/** Makes errors fit to be seen: what the caller did is told, what went wrong inside is logged and not told. */
export function formatErrors(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError) return clean(formatted);
    const failure = failureOf(cause);
    const requestId = currentRequestId();
    if (failure?.code !== 'BAD_USER_INPUT')
      log.error({ err: cause, requestId }, failure ? 'the database failed' : 'a request failed');
    const told = failure ?? {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something went wrong here, not with your request. It has been logged.',
    };
    const { code, message } = told;
    return { message, ...(formatted.path && { path: formatted.path }), extensions: { code, requestId } };
  };
}

/** The same for an error that no executor has seen. */
export function toldError(log: FastifyBaseLogger, error: unknown): GraphQLError {
  const seen = error instanceof GraphQLError ? error.toJSON() : { message: String(error) };
  const { message, path, extensions } = formatErrors(log)(seen, error);
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
