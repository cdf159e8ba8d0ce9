import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { permitFor } from '../policy.js';
import { Session } from './session.js';
import { EndSessionPayload } from './session-payload.js';

@Resolver()
export class EndSessionResolver {
  @Mutation(() => EndSessionPayload, {
    description:
      'Ends one of the sessions of the key or subject that asks, this one too: its next request is refused, and what it follows ends. For all who have signed in.',
  })
  endSession(@Arg('id', () => ID, { description: 'The TypeID of the session.' }) id: string, @Ctx() context: Context) {
    return context.change(EndSessionPayload, async em => {
      permitFor(context.viewer, 'END_SESSIONS');
      const session = await context.load(em, Session, { id });
      em.remove(session);
      return { endedId: id };
    });
  }
}
