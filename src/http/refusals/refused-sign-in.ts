import type { FastifyRequest } from 'fastify';
import type { SignInFault, SignInRefusal } from '../../access/sign-in/sign-in-refusal.js';
import { endedCookies } from '../admission/session-cookies.js';
import { HttpRefusal } from './refusal.js';

const STATUS: Readonly<Record<SignInFault, number>> = { UNAUTHENTICATED: 401, NO_ROLE: 403, SIGN_IN_UNAVAILABLE: 503 };

/** How HTTP answers a key, token or session that doesn't let in. The cookie of a session that has ended is forgotten. */
export function refusedSignIn(
  { code, message, reason, cause }: SignInRefusal,
  connection: Pick<FastifyRequest, 'protocol'>,
): HttpRefusal {
  const hasEnded = reason === 'SESSION_ENDED';
  const headers: Record<SignInFault, Readonly<Record<string, string | string[]>>> = {
    UNAUTHENTICATED: {
      'www-authenticate': challenge(reason && !hasEnded ? message : undefined),
      ...(hasEnded && { 'set-cookie': endedCookies(connection) }),
    },
    NO_ROLE: {},
    SIGN_IN_UNAVAILABLE: { 'retry-after': '10' },
  };
  return new HttpRefusal(STATUS[code], code, message, {
    headers: headers[code],
    details: reason ? { reason } : {},
    cause,
  });
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-3 */
function challenge(description: string | undefined): string {
  return description ? `Bearer error="invalid_token", error_description="${description}"` : 'Bearer';
}
