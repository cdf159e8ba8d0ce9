import type { FastifyInstance } from 'fastify';
import type { OidcSettings } from '../../access/sign-in/oidc-settings.js';
import type { Admission } from '../admission/admission.js';

/** /sign-in.json: what a page needs to send people to the provider; public, as such things are. */
export function serveSignIn(server: FastifyInstance, settings: OidcSettings | null, admission: Admission): void {
  const client = settings?.client;
  const oidc = client
    ? { issuer: settings.issuer, clientId: client.id, scope: client.scope, resource: client.resource ?? null }
    : null;
  server.get('/sign-in.json', { config: { admission } }, async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').send({ oidc }),
  );
}
