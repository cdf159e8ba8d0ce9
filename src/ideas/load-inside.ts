import type { EntityManager } from '@mikro-orm/core';
import type { Audited } from '../activity/audited.js';
import type { Context } from '../context/context.js';
import type { LoadOptions, Wanted } from '../context/loading.js';
import { refuse } from '../shared/refuse.js';
import { refuseIfMovedOn } from '../shared/versions.js';
import { Idea } from './idea.js';

/**
 * Loads something that lies inside an idea together with the idea, which is locked first: all changes inside an idea
 * happen one after the other.
 */
export async function loadInside<T extends Audited>(
  context: Pick<Context, 'load'>,
  em: EntityManager,
  entity: new () => T,
  { id, expectedVersion }: Wanted,
  { populate = [], path = ['id'], permit }: LoadOptions<Idea> = {},
): Promise<{ found: T; idea: Idea }> {
  const seen = await em.findOne(entity, { id }, { populate: populate as never });
  const ideaId = seen?.about().ideaId;
  if (!seen || !ideaId) refuse('NOT_FOUND', { path });
  const idea = await context.load(
    em,
    Idea,
    { id: ideaId },
    { populate: ['memberships'], path, ...(permit && { permit }) },
  );
  const found = await em.refresh(seen as never, { populate: populate as never });
  if (!found) refuse('NOT_FOUND', { path });
  refuseIfMovedOn(found, expectedVersion);
  return { found, idea };
}
