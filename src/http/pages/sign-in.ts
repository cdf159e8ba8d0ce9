import type { FastifyInstance } from 'fastify';
import type { SessionSettings } from '../../access/sessions/session-settings.js';
import type { OidcSettings } from '../../access/sign-in/oidc-settings.js';
import type { Admission } from '../admission/admission.js';

interface SignInOptions {
  readonly oidc: OidcSettings | null;
  readonly sessions: SessionSettings;
  readonly admission: Admission;
}

const DAY_MINUTES = 24 * 60;

/** /sign-in.json: what a page needs to sign people in, here or at the provider; public, as such things are. */
export function serveSignIn(server: FastifyInstance, { oidc, sessions, admission }: SignInOptions): void {
  const client = oidc?.client;
  const provider = client
    ? { issuer: oidc.issuer, clientId: client.id, scope: client.scope, resource: client.resource ?? null }
    : null;
  const rememberedDays = (sessions.remembered?.minutes ?? 0) / DAY_MINUTES;
  server.get('/sign-in.json', { config: { admission } }, async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').send({ oidc: provider, rememberedDays }),
  );
}
