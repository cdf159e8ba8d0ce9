import { randomUUID } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/core';
import { keyWorks } from '../../access/keys/standing.js';
import { SYSTEM, type Viewer } from '../../shared/viewer.js';
import type { ActivityKind } from '../../activity/activity-kind.js';
import type { Database } from '../../database/database.js';
import { flushAs } from '../../activity/activity-writer.js';
import { HEAD_SEQUENCE } from '../../activity/head.js';
import { now } from '../../shared/time/clock.js';
import { Webhook } from '../webhook.js';

/** A webhook whose turn it is, and the right to deliver to it: no other copy of the service does meanwhile. */
export interface Claimed {
  readonly claim: string;
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly ActivityKind[];
  readonly ideas: readonly string[];
  readonly focusAreas: readonly string[];
  readonly secret: string;
  readonly sequence: number;
  /** Whoever the key of the webhook stands for. */
  readonly viewer: Viewer;
}

/**
 * Takes one webhook that has something due: its oldest pending delivery, or activity it has not looked at. Which one
 * is left to chance, so that none starves. Leases run by the database's clock, which all copies share.
 */
const CLAIM = `update webhook w
  set claim = $1, claimed_until = clock_timestamp() + $2::int * interval '1 millisecond'
  from api_key k
  where k.id = w.api_key_id and w.id = (
    select due.id from webhook due join api_key of_due on of_due.id = due.api_key_id
    where due.disabled_at is null and ${keyWorks('of_due', '$3')}
      and (due.claimed_until is null or due.claimed_until < clock_timestamp())
      and coalesce(
        (select d.next_attempt_at <= $3 from webhook_delivery d
          where d.webhook_id = due.id and d.status = 'PENDING' order by d.sequence limit 1),
        due.sequence < ${HEAD_SEQUENCE})
    order by random() limit 1 for update of due skip locked)
  returning w.id, w.url, to_json(w.kinds) as kinds, to_json(w.ideas) as ideas, to_json(w.focus_areas) as "focusAreas", w.secret, w.sequence,
    json_build_object('name', k.name, 'role', k.role, 'partnerId', k.partner_id, 'keyId', k.id, 'subject', null,
      'sessionId', null, 'grants', k.grants, 'feedOnly', k.feed_only) as viewer`;

export async function claimDue(database: Database, leaseMs: number): Promise<Claimed | null> {
  const claim = randomUUID();
  const [claimed] = await database.query<Omit<Claimed, 'claim'>>(CLAIM, [claim, leaseMs, now().toISOString()]);
  return claimed ? { claim, ...claimed } : null;
}

/** Changes a claimed webhook and what belongs to it, in one transaction; does nothing when the claim was lost. */
export function whileClaimed(
  database: Database,
  { id, claim }: Claimed,
  change: (webhook: Webhook, em: EntityManager) => Promise<void> | void,
): Promise<void> {
  return database.orm.em.fork().transactional(async em => {
    const webhook = await em.findOne(Webhook, { id, claim }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!webhook) return;
    await change(webhook, em);
    await flushAs(em, SYSTEM);
  });
}

/** A delivery that was accepted, and what comes after it. */
export interface GoingOn {
  readonly accepted: string;
  readonly responseStatus: number | null;
  /** How far the log had come when what follows was read. */
  readonly head: number;
  readonly next: { readonly id: string; readonly activityId: string; readonly sequence: number };
}

/**
 * Notes a delivery as accepted, as `WebhookDelivery.answered` does, and begins the next, in one statement; false where
 * the turn ends with the first. The next goes only while nothing has happened since it was read: whoever lost the right
 * to see it, or whose key was revoked, stands in the log. What waits for another attempt goes before it.
 */
const GO_ON = `with mine as (select id from webhook where id = $1 and claim = $2 for update),
  noted as (update webhook_delivery set status = 'DELIVERED', attempts = attempts + 1, last_attempt_at = $3::timestamptz,
      last_outcome = 'ACCEPTED', response_status = $4, next_attempt_at = null
    where id = $5 and webhook_id in (select id from mine)),
  going as (select id from mine where $6::int = ${HEAD_SEQUENCE}
    and not exists (select from webhook_delivery d where d.webhook_id = $1 and d.status = 'PENDING' and d.id <> $5)),
  added as (insert into webhook_delivery (id, webhook_id, activity_id, sequence, status, attempts, pending_since, next_attempt_at)
    select $7, id, $8, $9, 'PENDING', 0, $3::timestamptz, $3::timestamptz from going),
  moved as (update webhook w set
      sequence = case when exists (select from going) then $9 else w.sequence end,
      claim = case when exists (select from going) then w.claim end,
      claimed_until = case when exists (select from going) then w.claimed_until end
    where w.id in (select id from mine))
  select exists (select from going) as goes`;

export async function goOn(database: Database, { id, claim }: Claimed, going: GoingOn): Promise<boolean> {
  const { accepted, responseStatus, head, next } = going;
  const values = [
    id,
    claim,
    now().toISOString(),
    responseStatus,
    accepted,
    head,
    next.id,
    next.activityId,
    next.sequence,
  ];
  const [row] = await database.query<{ goes: boolean }>(GO_ON, values);
  return row!.goes;
}
