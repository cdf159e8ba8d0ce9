import { randomUUID } from 'node:crypto';
import { type EntityManager, LockMode } from '@mikro-orm/core';
import { keyWorks } from '../../access/keys/standing.js';
import { HEAD_SEQUENCE } from '../../activity/head.js';
import type { Database } from '../../database/database.js';
import type { Locale } from '../../shared/text/localized-text.js';
import { now } from '../../shared/time/clock.js';
import type { Viewer } from '../../shared/viewer.js';
import type { NoticeKind, NoticeRhythm } from '../notice-kind.js';
import { NoticeSubscription } from '../notice-subscription.js';
import type { Told } from './told.js';

/** A follower as the mail to it is made: as whom it reads, what it has chosen, and what it has been told. */
export interface Follower {
  readonly id: string;
  readonly viewer: Viewer;
  readonly email: string;
  readonly locale: Locale;
  readonly kinds: readonly NoticeKind[];
  readonly rhythm: NoticeRhythm;
  readonly focusAreas: readonly string[];
  readonly sequence: number;
  readonly told: Told['items'];
  readonly endToken: string;
  readonly isConfirmed: boolean;
  readonly mails: number;
  readonly unanswered: number;
}

/** A follower whose turn it is, and the right to send to it: no other copy of the service does meanwhile. */
export interface Claimed extends Follower {
  readonly claim: string;
}

/** Whoever follows may still do so, in a statement: of the rows under two aliases, at a moment. */
export function followerStays(follower: string, key: string, moment: string): string {
  return `case when ${follower}.api_key_id is null then ${follower}.lapses_at > ${moment} else ${keyWorks(key, moment)} end`;
}

/** Followers with something to do at a moment ($1); the moment is the service's clock, as of all that is due. */
export const DUE = `from notice_subscription n left join api_key k on k.id = n.api_key_id
  where n.next_at <= $1 and ${followerStays('n', 'k', '$1')}
    and (n.look_at <= $1 or (n.rhythm = 'AT_ONCE' and n.sequence < ${HEAD_SEQUENCE}))`;

export const AS_FOLLOWER = `n.id, n.email, n.locale, to_json(n.kinds) as kinds, n.rhythm, to_json(n.focus_areas) as "focusAreas",
  n.sequence, n.told, n.end_token as "endToken", n.confirmed_at is not null as "isConfirmed", n.mails, n.unanswered,
  json_build_object('name', coalesce(k.name, ''), 'role', coalesce(k.role, n.role), 'partnerId', case when k.id is null then n.partner_id else k.partner_id end,
    'keyId', k.id, 'subject', n.subject, 'sessionId', null, 'grants', coalesce(k.grants, n.grants), 'feedOnly', false) as viewer`;

/** Takes one of them; which one is left to chance, so that none starves. Leases run by the database's clock. */
const CLAIM = `update notice_subscription set claim = $2, claimed_until = clock_timestamp() + $3::int * interval '1 millisecond'
  where id = (select n.id ${DUE} and (n.claimed_until is null or n.claimed_until < clock_timestamp())
    order by random() limit 1 for update of n skip locked)
  returning id`;

const READ = `select ${AS_FOLLOWER} from notice_subscription n left join api_key k on k.id = n.api_key_id where n.id = $1 and n.claim = $2`;

export async function claimDue(database: Pick<Database, 'query'>, leaseMs: number): Promise<Claimed | null> {
  const claim = randomUUID();
  const [taken] = await database.query<{ id: string }>(CLAIM, [now().toISOString(), claim, leaseMs]);
  if (!taken) return null;
  const [follower] = await database.query<Follower>(READ, [taken.id, claim]);
  return follower ? { ...follower, claim } : null;
}

/** Changes a claimed follower in one transaction, and says whether it did: not where the claim was lost. */
export function whileClaimed(
  { orm }: Pick<Database, 'orm'>,
  { id, claim }: Claimed,
  change: (follower: NoticeSubscription) => void,
): Promise<boolean> {
  return orm.em.fork().transactional(async (em: EntityManager) => {
    const follower = await em.findOne(NoticeSubscription, { id, claim }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (follower) change(follower);
    return follower !== null;
  });
}
