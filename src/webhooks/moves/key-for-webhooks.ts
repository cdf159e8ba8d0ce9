import type { EntityManager } from '@mikro-orm/core';
import { lapseFrom } from '../../access/keys/feed-token.js';
import { ApiKey } from '../../access/keys/api-key.js';
import { oneAtATime } from '../../database/one-at-a-time.js';
import { findPartner } from '../../partners/find-partner.js';
import { now } from '../../shared/time/clock.js';
import { refuse } from '../../shared/refuse.js';
import type { Viewer } from '../../shared/viewer.js';

/** The key of somebody who signed in without one, to which their webhooks belong; made when it is first needed. */
export async function keyForWebhooks(em: EntityManager, { subject, role, partnerId, grants }: Viewer): Promise<ApiKey> {
  if (!subject || !role) refuse('FORBIDDEN');
  await oneAtATime(em, `webhook key of ${subject}`);
  const own = { subject, role, partner: partnerId, feedOnly: false, revokedAt: null, lapsesAt: { $gt: now() } };
  const known = await em.findOne(ApiKey, own);
  if (known) return known;
  const partner = partnerId ? await findPartner(em, partnerId) : null;
  const { apiKey: key } = ApiKey.issue({ name: 'Webhookar', role, partner, grants: [...grants] });
  // Nobody is told its secret, and it lapses as what is made by a sign-in does.
  Object.assign(key, { prefix: '', subject, lapsesAt: lapseFrom(now()) });
  em.persist(key);
  return key;
}
