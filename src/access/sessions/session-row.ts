import type { KeyGrant, Role } from '../../shared/roles.js';
import { keyWorks } from '../keys/standing.js';
import { KEY_ROW, type KeyRow } from '../keys/key-row.js';
import { sessionLasts } from './session.js';

/** What every session says of itself as it is looked up. */
interface Lasting {
  readonly id: string;
  readonly last_used_at: Date | string;
  readonly ends_at: Date | string;
}

/** The session of a key, which is looked up with it. */
interface OfKey extends Lasting {
  readonly key: KeyRow;
}

/** The session of a subject, with the rights that its token gave. */
interface OfSubject extends Lasting {
  readonly key: null;
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly grants: KeyGrant[];
}

export type SessionRow = OfKey | OfSubject;

/** Those of a list of hashes that belong to sessions which go on at a moment, with their places. */
export function sessionsAskedFor(hashes: string, moment: string): string {
  return `select json_agg(json_build_object('place', asked.place, 'id', session.id, 'last_used_at', session.last_used_at,
    'ends_at', session.ends_at, 'subject', session.subject, 'name', session.name, 'role', session.role,
    'partner_id', session.partner_id, 'grants', session.grants,
    'key', case when key.id is not null then json_build_object(${KEY_ROW}) end))
  from unnest(${hashes}::text[]) with ordinality asked(hash, place)
  join session on session.hash = asked.hash and ${sessionLasts('session', moment)}
  left join api_key key on key.id = session.api_key_id
  where session.api_key_id is null or (${keyWorks('key', moment)})`;
}
