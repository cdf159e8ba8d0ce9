import type { Database } from '../database/database.js';
import { now } from '../shared/clock.js';
import { hashOf } from './api-key.js';
import type { KeyGrant, Role } from './roles.js';
import type { Asker } from './asker.js';
import { ANONYMOUS } from './viewer.js';

interface KeyRow {
  id: string;
  name: string;
  role: Role;
  partner_id: string | null;
  grants: KeyGrant[];
  last_used_at: Date | string | null;
}

const FIND = `select id, name, role, partner_id, to_json(grants) as grants, last_used_at from api_key
  where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`;

const MINUTE = 60_000;

export const NOBODY: Asker = { viewer: ANONYMOUS, id: null, until: null };

/** Who asks: anonymous without a header; null when there is a header that no working key belongs to. */
export async function authenticate(database: Database, authorization: string | undefined): Promise<Asker | null> {
  if (!authorization) return NOBODY;
  const secret = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!secret) return null;
  const [key] = await database.query<KeyRow>(FIND, [hashOf(secret), now().toISOString()]);
  if (!key) return null;
  noteUse(database, key);
  const { id, name, role, partner_id: partnerId, grants } = key;
  return { viewer: { name, role, partnerId, keyId: id, grants }, id, until: null };
}

/** The last use is kept to the minute and beside the request: it must not slow it, nor fail it. */
function noteUse(database: Database, { id, last_used_at: last }: KeyRow): void {
  const at = now();
  if (last && at.getTime() - new Date(last).getTime() < MINUTE) return;
  database.query('update api_key set last_used_at = $2 where id = $1', [id, at.toISOString()]).catch(() => undefined);
}
