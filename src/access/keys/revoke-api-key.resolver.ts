import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { MutationPayload } from '../../shared/user-error.js';
import { ApiKey } from './api-key.js';
import { keysOf, permitKey } from './own-keys.js';

@ObjectType('ApiKeyPayload', { implements: MutationPayload, description: 'The key after the change.' })
export class ApiKeyPayload extends MutationPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now; null when nothing was changed.' })
  apiKey?: ApiKey | null;
}

@Resolver()
export class RevokeApiKeyResolver {
  @Mutation(() => ApiKeyPayload, {
    description:
      'Revokes an API key and all that was made by it; the next request with them is refused, and where it is signed in it is so no more. For administrators, for partners keys that act for them, and for a key or sign-in of what it made itself.',
  })
  revokeApiKey(@Arg('id', () => ID, { description: 'The TypeID of the key.' }) id: string, @Ctx() context: Context) {
    return context.change(ApiKeyPayload, async em => {
      const { keyId, subject } = context.viewer;
      const made = [...(keyId ? [{ parent: { id: keyId } }] : []), ...(subject ? [{ subject }] : [])];
      await permitKey(em, context.viewer, id, [...made, ...keysOf(context.viewer)]);
      const apiKey = await context.load(em, ApiKey, { id });
      await revokeFamily(em, apiKey);
      return { apiKey };
    });
  }
}

/** The key, what was made by it, and by that. */
async function revokeFamily(em: EntityManager, apiKey: ApiKey): Promise<void> {
  apiKey.revoke();
  for (const child of await em.find(ApiKey, { parent: { id: apiKey.id }, revokedAt: null }))
    await revokeFamily(em, child);
}
