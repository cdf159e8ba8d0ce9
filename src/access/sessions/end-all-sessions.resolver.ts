import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { permitFor } from '../policy.js';
import { Session } from './session.js';
import { EndAllSessionsPayload } from './session-payload.js';

@Resolver()
export class EndAllSessionsResolver {
  @Mutation(() => EndAllSessionsPayload, {
    description:
      'Ends all sessions of the key or subject that asks, in every browser, this one too. The key itself goes on working. For all who have signed in.',
  })
  endAllSessions(@Ctx() context: Context) {
    const { keyId, subject } = context.viewer;
    return context.change(EndAllSessionsPayload, async em => {
      permitFor(context.viewer, 'END_SESSIONS');
      const endedCount = await em.nativeDelete(Session, keyId ? { apiKey: { id: keyId } } : { subject });
      return { endedCount };
    });
  }
}
