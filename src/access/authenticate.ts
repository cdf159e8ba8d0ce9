import type { Database } from '../database/database.js';
import { now } from '../shared/time/clock.js';
import { hashOf } from './keys/api-key.js';
import type { Caller } from './caller.js';
import { type KeyRow, Keys, type Look } from './keys/keys.js';
import type { OidcSettings } from './sign-in/oidc-settings.js';
import { SignInRefusal } from './sign-in/sign-in-refusal.js';
import { Tokens } from './sign-in/tokens.js';
import { ANONYMOUS } from '../shared/viewer.js';

const MINUTE = 60_000;

const NOBODY = { viewer: ANONYMOUS, id: null, until: null };

/** Three parts with dots between, which no API key has. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Who asks, by an Authorization header: anonymous without one. Refuses keys and tokens that don't work. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** Lets in by API keys and, where a provider is set, by its tokens. */
export function authenticator(database: Pick<Database, 'query' | 'readText'>, oidc: OidcSettings | null): Authenticate {
  const keys = new Keys(database);
  const tokens = oidc && new Tokens(oidc, database);
  return async authorization => {
    const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    if (authorization && !(tokens && TOKEN.test(secret))) return byKey(database, await keys.look(hashOf(secret)));
    const [{ revision }, who] = await Promise.all([keys.look(), authorization ? tokens!.callerOf(secret) : NOBODY]);
    return { ...who, revision };
  };
}

function byKey(database: Pick<Database, 'query'>, { key, revision }: Look): Caller {
  if (!key)
    throw new SignInRefusal(
      'UNAUTHENTICATED',
      'The API key is unknown, expired or revoked. Leave the Authorization header out to ask as anonymous.',
    );
  noteUse(database, key);
  const { id, name, role, partner_id: partnerId, grants, feed_only: feedOnly } = key;
  return { viewer: { name, role, partnerId, keyId: id, grants, feedOnly }, id, until: null, revision };
}

/** The last use is kept to the minute and beside the request: it must not slow it, nor fail it. */
function noteUse(database: Pick<Database, 'query'>, { id, last_used_at: last }: KeyRow): void {
  const at = now();
  if (last && at.getTime() - new Date(last).getTime() < MINUTE) return;
  database.query('update api_key set last_used_at = $2 where id = $1', [id, at.toISOString()]).catch(() => undefined);
}
