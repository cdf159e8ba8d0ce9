import { type EntityManager, LockMode } from '@mikro-orm/core';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { JoinRequest } from './join-request.js';
import { refuse } from '../shared/refuse.js';

/**
 * Loads a request that the viewer sees, with its idea, which is locked first as by all that happens inside an idea. A
 * partner may see its own request to an idea that it no longer sees.
 */
export async function loadRequest(
  context: Pick<Context, 'load'>,
  em: EntityManager,
  id: string,
): Promise<{ joinRequest: JoinRequest; idea: Idea }> {
  const known = (await em.findOne(JoinRequest, { id })) ?? refuse('NOT_FOUND', { path: ['id'] });
  const locked = { id: known.idea.id };
  await em.findOneOrFail(Idea, locked, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const idea = await em.findOneOrFail(Idea, locked, { refresh: true, populate: ['memberships'] });
  const joinRequest = await context.load(em, JoinRequest, { id });
  return { joinRequest, idea };
}
