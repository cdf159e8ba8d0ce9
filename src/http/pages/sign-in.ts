import type { FastifyInstance } from 'fastify';
import type { Asker } from '../../access/asker.js';
import type { Authenticate } from '../../access/authenticate.js';
import type { OidcSettings } from '../../access/sign-in/oidc-settings.js';
import { type SignInFault, SignInRefusal } from '../../access/sign-in/sign-in-refusal.js';
import type { Admission } from '../admission/admission.js';
import { HttpRefusal } from '../refusals/refusal.js';

const STATUS: Readonly<Record<SignInFault, number>> = { UNAUTHENTICATED: 401, NO_ROLE: 403, SIGN_IN_UNAVAILABLE: 503 };

/** Who asks by an Authorization header, or the refusal that HTTP answers with. */
export async function askerBy(authenticate: Authenticate, authorization: string | undefined): Promise<Asker> {
  try {
    return await authenticate(authorization);
  } catch (error) {
    throw error instanceof SignInRefusal ? refusalFrom(error) : error;
  }
}

function refusalFrom({ code, message, reason, cause }: SignInRefusal): HttpRefusal {
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

/** /sign-in.json: what a page needs to send people to the provider; public, as such things are. */
export function serveSignIn(server: FastifyInstance, oidc: OidcSettings | null, admission: Admission): void {
  const client = oidc?.client;
  const told = client
    ? { issuer: oidc.issuer, clientId: client.id, scope: client.scope, resource: client.resource ?? null }
    : null;
  server.get('/sign-in.json', { config: { admission } }, async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').send({ oidc: told }),
  );
}
