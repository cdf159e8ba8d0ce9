import type { KeyGrant, Role } from '../../shared/roles.js';
import { keyWorks } from './standing.js';

/** A key as it is looked up. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly grants: KeyGrant[];
  readonly feed_only: boolean;
  readonly tools_may_write: boolean;
  readonly last_used_at: Date | string | null;
}

/** A key of a statement as a `KeyRow`. */
export const KEY_ROW = `'id', key.id, 'name', key.name, 'role', key.role, 'partner_id', key.partner_id, 'grants', key.grants,
  'feed_only', key.feed_only, 'tools_may_write', key.tools_may_write, 'last_used_at', key.last_used_at`;

/** Those of a list of hashes that belong to keys which work at a moment, with their places. */
export function keysAskedFor(hashes: string, moment: string): string {
  return `select json_agg(json_build_object('place', asked.place, ${KEY_ROW}))
  from unnest(${hashes}::text[]) with ordinality asked(hash, place)
  join api_key key on (key.hash = asked.hash or (key.previous_hash = asked.hash and key.previous_ends_at > ${moment})) and ${keyWorks('key', moment)}`;
}
