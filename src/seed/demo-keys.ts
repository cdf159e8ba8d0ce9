import { hashOf } from '../access/keys/secret.js';
import type { KeyGrant, Role } from '../shared/roles.js';
import { ConfigError } from '../shared/program/config-error.js';
import type { Database } from '../database/database.js';

/** Keys with fixed secrets, so that examples work; they exist only together with demo data. */
export const DEMO_KEYS: readonly {
  secret: string;
  name: string;
  role: Role;
  partner?: string;
  grants?: KeyGrant[];
  toolsMayWrite?: boolean;
  /** The secret of the key whose feed token it is. */
  feedOf?: string;
  about: string;
}[] = [
  {
    secret: 'ks3_demo_techtank',
    name: 'Techtank (demo)',
    role: 'PARTNER',
    partner: 'techtank',
    toolsMayWrite: true,
    about: 'a partner: Techtank; the tools of an agent may write with it, and with no other of these',
  },
  {
    secret: 'ks3_demo_feed',
    name: 'Calendar of Techtank (demo)',
    role: 'PARTNER',
    partner: 'techtank',
    feedOf: 'ks3_demo_techtank',
    about: "Techtank's feed token: files and the calendar, in addresses",
  },
  {
    secret: 'ks3_demo_integrator',
    name: 'Dashboard (demo)',
    role: 'INTEGRATOR',
    grants: ['ACTIVITY'],
    about: 'an integrator: reads, and follows activity',
  },
  {
    secret: 'ks3_demo_region',
    name: 'Region Blekinge (demo)',
    role: 'ADMIN',
    partner: 'region-blekinge',
    about: 'Region Blekinge: administrator',
  },
];

/** A database that was filled to try things out is not for production: everyone knows its keys. */
export async function refuseDemoKeys(database: Database): Promise<void> {
  const hashes = DEMO_KEYS.map(({ secret }) => hashOf(secret));
  const [known] = await database.query(
    'select from api_key where (hash = any($1::text[]) or (previous_hash = any($1::text[]) and previous_ends_at > now())) and revoked_at is null and (expires_at is null or expires_at > now())',
    [hashes],
  );
  if (known) {
    throw new ConfigError(
      'NODE_ENV: the database holds demo keys that everyone knows, which production refuses. Revoke them, or choose another database.',
    );
  }
}
