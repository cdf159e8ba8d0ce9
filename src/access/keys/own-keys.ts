import { type EntityManager, LockMode } from '@mikro-orm/core';
import { findPartner } from '../../partners/find-partner.js';
import { now } from '../../shared/time/clock.js';
import { refuse } from '../../shared/refuse.js';
import type { Viewer } from '../../shared/viewer.js';
import { permitFor } from '../policy.js';
import { ApiKey } from './api-key.js';
import { KEY_ENDED } from './key-refusals.js';

/** Keys at work that a partner makes itself: each has rates of its own. */
const MOST_KEYS = 20;

/** Which keys a partner keeps itself: those that act for it. Feed tokens belong to the key that made them. */
export function keysOf({ role, partnerId }: Viewer): object[] {
  return role === 'PARTNER' && partnerId ? [{ role, partner: { id: partnerId }, feedOnly: false }] : [];
}

/** Refuses to change a key that is none of these, but to administrators. */
export async function permitKey(em: EntityManager, viewer: Viewer, id: string, own: object[]): Promise<void> {
  const isOwn = own.length > 0 && (await em.count(ApiKey, { id, $or: own })) > 0;
  if (!isOwn) permitFor(viewer, 'MANAGE_KEYS');
}

/** The key that asks. It is locked, after its partner: revoked or merged meanwhile it would leave behind what it makes. */
export async function askingKey(em: EntityManager, { keyId, partnerId }: Viewer): Promise<ApiKey> {
  if (partnerId) await findPartner(em, partnerId);
  const key = await em.findOneOrFail(ApiKey, { id: keyId! }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!key.works) refuse('FORBIDDEN', { message: KEY_ENDED });
  return key;
}

/** Refuses a partner more keys than it may have. */
export async function refuseMoreKeys(em: EntityManager, viewer: Viewer): Promise<void> {
  const working = { revokedAt: null, $and: [{ $or: [{ expiresAt: null }, { expiresAt: { $gt: now() } }] }] };
  const others = await em.count(ApiKey, { ...working, $or: keysOf(viewer) });
  if (others >= MOST_KEYS) refuse('INVALID', { message: TOO_MANY });
}

const TOO_MANY = {
  sv: `En partner har högst ${MOST_KEYS} nycklar som gäller. Återkalla någon.`,
  en: `A partner has at most ${MOST_KEYS} keys that work. Revoke one.`,
};
