import type { EntityManager } from '@mikro-orm/core';
import type { Idea } from '../ideas/idea.js';
import type { Partner } from '../partners/partner.js';
import { JoinRequest } from './join-request.js';

/** What waits for an answer when an idea ends is answered by that. */
export async function letRequestsLapse(em: EntityManager, idea: Idea): Promise<void> {
  for (const request of await em.find(JoinRequest, { idea, status: 'PENDING' })) request.withdraw();
}

/** What waits between an idea and a partner that is added to it ends by that. */
export async function letRequestBeOvertaken(em: EntityManager, idea: Idea, partner: Partner): Promise<void> {
  const request = await em.findOne(JoinRequest, { idea, partner, status: 'PENDING' });
  request?.overtake();
}
