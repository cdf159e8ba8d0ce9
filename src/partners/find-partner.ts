import { type EntityManager, LockMode } from '@mikro-orm/core';
import { Partner } from './partner.js';

/**
 * The partner with an id, or the one that it has been merged into; null where there is none. It is locked, so that it is
 * not merged away before something refers to it: partners first, then ideas, as a merge locks them.
 */
export async function findPartner(em: EntityManager, id: string): Promise<Partner | null> {
  const options = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true };
  let found = await em.findOne(Partner, { id }, options);
  while (found?.mergedInto) found = await em.findOne(Partner, { id: found.mergedInto.id }, options);
  return found;
}
