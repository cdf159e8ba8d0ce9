import type { Database } from '../database/database.js';
import { now } from '../shared/time/clock.js';
import { ANONYMOUS, type Viewer } from '../shared/viewer.js';
import type { Caller } from './caller.js';
import type { Credentials } from './credentials.js';
import { hashOf } from './keys/secret.js';
import type { KeyRow } from './keys/key-row.js';
import { type Look, Looks } from './looks.js';
import type { SessionRow } from './sessions/session-row.js';
import type { OidcSettings } from './sign-in/oidc-settings.js';
import { SignInRefusal } from './sign-in/sign-in-refusal.js';
import { Tokens } from './sign-in/tokens.js';

const MINUTE = 60_000;

const NOBODY = { viewer: ANONYMOUS, id: null, until: null, toolsMayWrite: false };

/** Three parts with dots between, which no API key has. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Who asks; anonymous if nothing is shown. Refuses keys, tokens and sessions that don't work. */
export type Authenticate = (credentials: Credentials) => Promise<Caller>;

/** Lets in by API keys, by the sessions of a browser and, where a provider is set, by its tokens. */
export function authenticator(database: Pick<Database, 'query' | 'readText'>, oidc: OidcSettings | null): Authenticate {
  const looks = new Looks(database);
  const tokens = oidc && new Tokens(oidc, database);
  return async ({ authorization, session, follow }) => {
    const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    if (authorization && tokens && TOKEN.test(secret)) {
      const [{ revision }, who] = await Promise.all([looks.look({ follow }), tokens.callerOf(secret)]);
      return { ...who, revision };
    }
    if (authorization) return byKey(database, await looks.look({ key: hashOf(secret), follow }));
    if (session !== undefined) return bySession(database, await looks.look({ session: hashOf(session) }));
    return { ...NOBODY, revision: (await looks.look({})).revision };
  };
}

function byKey(database: Pick<Database, 'query'>, { key, revision }: Look): Caller {
  if (!key)
    throw new SignInRefusal(
      'UNAUTHENTICATED',
      'The API key is unknown, expired or revoked. Leave the Authorization header out to ask as anonymous.',
    );
  noteUse(database, 'api_key', key);
  return { viewer: viewerOf(key), id: key.id, toolsMayWrite: key.tools_may_write, until: null, revision };
}

/** A session of a key asks as the key itself, and one of a subject as its tokens do. */
function bySession(database: Pick<Database, 'query'>, { session, revision }: Look): Caller {
  if (!session)
    throw new SignInRefusal(
      'UNAUTHENTICATED',
      'The sign-in has ended. Sign in again, or ask without the cookie as anonymous.',
      'SESSION_ENDED',
    );
  noteUse(database, 'session', session);
  if (session.key) noteUse(database, 'api_key', session.key);
  const viewer = { ...(session.key ? viewerOf(session.key) : viewerIn(session)), sessionId: session.id };
  const toolsMayWrite = session.key?.tools_may_write ?? false;
  return { viewer, id: viewer.keyId ?? viewer.subject, toolsMayWrite, until: new Date(session.ends_at), revision };
}

function viewerOf({ id, name, role, partner_id: partnerId, grants, feed_only: feedOnly }: KeyRow): Viewer {
  return { ...ANONYMOUS, name, role, partnerId, keyId: id, grants, feedOnly };
}

function viewerIn({ subject, name, role, partner_id: partnerId, grants }: SessionRow & { key: null }): Viewer {
  return { ...ANONYMOUS, name, role, partnerId, subject, grants };
}

/** The last use is kept to the minute and beside the request: it must not slow it, nor fail it. */
function noteUse(
  database: Pick<Database, 'query'>,
  table: 'api_key' | 'session',
  { id, last_used_at: last }: Pick<KeyRow, 'id' | 'last_used_at'>,
): void {
  const at = now();
  if (last && at.getTime() - new Date(last).getTime() < MINUTE) return;
  database.query(`update ${table} set last_used_at = $2 where id = $1`, [id, at.toISOString()]).catch(() => undefined);
}
