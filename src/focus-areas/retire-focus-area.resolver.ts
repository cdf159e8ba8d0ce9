import { type EntityManager, LockMode } from '@mikro-orm/core';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { refuse } from '../shared/refuse.js';
import { FocusArea } from './focus-area.js';
import { FocusAreaPayload } from './focus-area-payload.js';

@Resolver()
export class RetireFocusAreaResolver {
  @Mutation(() => FocusAreaPayload, {
    description:
      'Takes a focus area out of use, and its parts with it: none of them is chosen any more, and ideas and calls that have one keep it. For good. For administrators.',
  })
  retireFocusArea(
    @Arg('code', () => String, { description: 'The code of the area.' }) code: string,
    @Arg('reason', () => String, { description: 'Why; at most 2,000 characters.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return context.change(FocusAreaPayload, async em => {
      permitFor(context.viewer, 'MANAGE_FOCUS_AREAS');
      const focusArea = (await lockedAreas(em, { code }))[0] ?? refuse('NOT_FOUND', { path: ['code'] });
      focusArea.retire(reason);
      const parts = await lockedAreas(em, { code: { $like: `${focusArea.code}.%` }, retiredAt: null });
      for (const part of parts) part.retire(reason);
      return { focusArea };
    });
  }
}

/** In the order of their codes, as whoever chooses among them locks them. */
function lockedAreas(em: EntityManager, where: object): Promise<FocusArea[]> {
  return em.find(FocusArea, where, { orderBy: { code: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
}
