import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../../access/credentials.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { originOf } from './origin.js';
import { secretIn } from './session-cookies.js';

/**
 * What a request shows of who asks the API: the header, or the cookie, which a browser sends whoever made it send the
 * request. So the cookie counts only for what one of our own pages asks.
 */
export function credentialsOf(request: FastifyRequest, authorization = request.headers.authorization): Credentials {
  if (authorization) return { authorization };
  const session = secretIn(request);
  if (session !== undefined && originOf(request) !== 'HERE') throw notFromHere();
  return { session };
}

/** The same of who reads a file: a link may be followed, typed or kept as a bookmark, but not set by another site. */
export function credentialsOfReader(request: FastifyRequest): Credentials {
  const { headers, method } = request;
  if (headers.authorization || method !== 'GET') return credentialsOf(request);
  const session = secretIn(request);
  if (session !== undefined && originOf(request) === 'ELSEWHERE') throw notFromHere();
  return { session };
}

/** The same of a WebSocket that opens: who asks by no cookie says so in its first message. */
export function credentialsOfSocket(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  return authorization || originOf(request) === 'HERE' ? credentialsOf(request) : {};
}

/** Refuses what another site sends, where a browser says that it does. */
export function refuseElsewhere(request: FastifyRequest): void {
  if (originOf(request) === 'ELSEWHERE') throw notFromHere();
}

function notFromHere(): HttpRefusal {
  return new HttpRefusal(
    403,
    'CROSS_ORIGIN',
    "The cookie of a sign-in counts for requests of the service's own pages alone. Programs and other sites ask with an Authorization header, and without cookies.",
  );
}
