import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/database.js';
import { newId } from '../../shared/ids.js';
import { now } from '../../shared/time/clock.js';
import type { Viewer } from '../../shared/viewer.js';
import { hashOf } from '../keys/secret.js';
import { lapseFrom } from '../keys/feed-token.js';
import { sessionLasts } from './session.js';
import type { Duration } from './session-settings.js';

/** Sessions that one key or subject may have; beyond that those that were used least lately end. */
export const MOST_SESSIONS = 200;

/** What a browser is given of a new session. */
export interface Begun {
  /** For the cookie alone; of it a hash is stored. */
  readonly secret: string;
  readonly endsAt: Date;
}

interface Beginning {
  readonly viewer: Viewer;
  readonly duration: Duration;
  readonly device: string | null;
  /** What the browser kept of an earlier session, which this one replaces. */
  readonly replaces: string | undefined;
}

/** One of a key ends with it at the latest; of a subject the rights are those that its token gave. */
const BEGIN = `insert into session (id, hash, api_key_id, subject, name, role, partner_id, grants, device,
    created_at, last_used_at, ends_at, idle_minutes)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, least($11::timestamptz, key.expires_at), $12
  from (select) one left join api_key key on key.id = $3
  returning ends_at as "endsAt"`;

const ALIKE = '(api_key_id = $1 or subject = $2)';

/** Those that have ended tell nobody anything any more. */
const FORGET = `delete from session where hash = $4 or not (${sessionLasts('session', '$3')})
  or id in (select id from session where ${ALIKE} order by last_used_at desc, id desc offset ${MOST_SESSIONS})`;

const END = 'delete from session where hash = $1';

const PROLONG = 'update api_key set lapses_at = $2 where subject = $1 and revoked_at is null';

/** Mails go on, with the rights that the newest sign-in gives. */
const PROLONG_MAILS =
  'update notice_subscription set lapses_at = $2, role = $3, partner_id = $4, grants = $5 where subject = $1 and ended_at is null';

/** Begins and ends the sessions of browsers. */
export class Sessions {
  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** A new session of whoever was let in, with a secret of its own, whatever the browser kept before. */
  async begin({ viewer, duration, device, replaces }: Beginning): Promise<Begun> {
    const { keyId, subject } = viewer;
    const secret = randomBytes(32).toString('base64url');
    const at = now();
    const ends = new Date(at.getTime() + duration.minutes * MINUTE).toISOString();
    const moment = at.toISOString();
    const values = [newId('session'), hashOf(secret), keyId, subject, ...rightsIn(viewer), device, moment, ends];
    const [begun] = await this.database.query<{ endsAt: Date | string }>(BEGIN, [...values, duration.idleMinutes]);
    await this.database.query(FORGET, [keyId, subject, moment, hashOf(replaces ?? '')]);
    if (subject) await this.prolong(viewer, lapseFrom(at).toISOString());
    return { secret, endsAt: new Date(begun!.endsAt) };
  }

  private async prolong({ subject, role, partnerId, grants }: Viewer, until: string): Promise<void> {
    await this.database.query(PROLONG, [subject, until]);
    await this.database.query(PROLONG_MAILS, [subject, until, role, partnerId, grants]);
  }

  async end(secret: string): Promise<void> {
    await this.database.query(END, [hashOf(secret)]);
  }
}

/** A session of a key keeps none: they are the key's own, whatever becomes of them. */
function rightsIn({ keyId, name, role, partnerId, grants }: Viewer): unknown[] {
  return keyId ? [null, null, null, []] : [name, role, partnerId, grants];
}

const MINUTE = 60_000;
