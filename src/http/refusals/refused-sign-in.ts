import type { SignInFault, SignInRefusal } from '../../access/sign-in/sign-in-refusal.js';
import { HttpRefusal } from './refusal.js';

const STATUS: Readonly<Record<SignInFault, number>> = { UNAUTHENTICATED: 401, NO_ROLE: 403, SIGN_IN_UNAVAILABLE: 503 };

/** How HTTP answers a key or token that doesn't let in. */
export function refusedSignIn({ code, message, reason, cause }: SignInRefusal): HttpRefusal {
  const headers: Record<SignInFault, Readonly<Record<string, string>>> = {
    UNAUTHENTICATED: { 'www-authenticate': challenge(reason && message) },
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
