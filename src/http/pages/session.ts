import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.js';
import { deviceIn } from '../../access/sessions/device.js';
import type { SessionSettings } from '../../access/sessions/session-settings.js';
import { Sessions } from '../../access/sessions/sessions.js';
import type { Database } from '../../database/database.js';
import type { Callers } from '../admission/callers.js';
import { refuseElsewhere } from '../admission/credentials.js';
import { cookiesOf, endedCookies, secretIn } from '../admission/session-cookies.js';
import { HttpRefusal } from '../refusals/refusal.js';

interface SessionRouteOptions {
  readonly database: Pick<Database, 'query'>;
  readonly settings: SessionSettings;
  readonly callers: Callers;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signs in. */
    signsIn: Caller;
  }
}

/** Points for a sign-in, which writes. */
const PRICE = 100;

/**
 * /session: POST with a key or token in the Authorization header makes a session of it, whose secret the browser keeps
 * in a cookie that no script reads; DELETE ends it. What is one's own to end elsewhere stands in GraphQL.
 */
export function serveSession(server: FastifyInstance, { database, settings, callers }: SessionRouteOptions): void {
  const sessions = new Sessions(database);
  server.decorateRequest('signsIn', null as never);
  server.post('/session', { config: { admission: signingIn(callers) } }, async (request, reply) => {
    const { viewer, id } = request.signsIn;
    const remembered = isToRemember(request.body) && viewer.keyId !== null ? settings.remembered : null;
    const duration = remembered ?? settings.usual;
    const device = deviceIn(request.headers['user-agent']);
    const begun = await sessions.begin({ viewer, duration, device, replaces: secretIn(request) });
    const seconds = remembered ? remembered.minutes * 60 : null;
    const { name, role } = viewer;
    return reply
      .status(201)
      .header('set-cookie', cookiesOf({ secret: begun.secret, callerId: id!, seconds }, request))
      .send({ name, role, endsAt: begun.endsAt });
  });
  server.delete('/session', { config: { admission: callers.page } }, async (request, reply) => {
    refuseElsewhere(request);
    const secret = secretIn(request);
    if (secret) await sessions.end(secret);
    return reply.status(204).header('set-cookie', endedCookies(request)).send();
  });
}

/** By header alone, and from no other site's page: nobody is to be signed in as somebody else without knowing. */
function signingIn(callers: Callers) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    refuseElsewhere(request);
    const { authorization } = request.headers;
    if (!authorization) throw await callers.failed(request.ip, nothingShown());
    const caller = await callers.callerOf(request, () => ({ authorization }));
    await callers.charge(caller, request.ip, PRICE);
    request.signsIn = caller;
  };
}

function nothingShown(): HttpRefusal {
  const message = 'Sign in with an API key or an access token in the Authorization header.';
  return new HttpRefusal(401, 'UNAUTHENTICATED', message, { headers: { 'www-authenticate': 'Bearer' } });
}

function isToRemember(body: unknown): boolean {
  const { remember = false } = (body ?? {}) as { remember?: unknown };
  if (typeof remember === 'boolean') return remember;
  throw new HttpRefusal(400, 'BAD_USER_INPUT', 'remember must be true or false.');
}
