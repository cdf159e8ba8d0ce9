import type { EntityManager } from '@mikro-orm/core';
import type { Context } from '../context.js';
import { Idea } from '../ideas/idea.js';
import { refuse } from '../shared/refuse.js';
import { Membership } from './membership.js';

/** A membership with its idea, which is locked first: all changes of a consortium happen one after the other. */
export async function loadMembership(
  em: EntityManager,
  context: Context,
  id: string,
): Promise<{ membership: Membership; idea: Idea }> {
  const found = (await em.findOne(Membership, { id })) ?? refuse('NOT_FOUND', { path: ['id'] });
  const idea = await context.load(em, Idea, { id: found.idea.id }, { populate: ['memberships'] });
  return { membership: await em.refreshOrFail(found), idea };
}
