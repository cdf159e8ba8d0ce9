import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { MutationPayload } from '../shared/user-error.js';
import { ApiKey } from './api-key.js';
import { permitFor } from './policy.js';

@ObjectType('ApiKeyPayload', { implements: MutationPayload, description: 'The key after the change.' })
export class ApiKeyPayload extends MutationPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now; null when nothing was changed.' })
  apiKey?: ApiKey | null;
}

@Resolver()
export class RevokeApiKeyResolver {
  @Mutation(() => ApiKeyPayload, {
    description: 'Revokes an API key; the next request with it is refused. For administrators.',
  })
  revokeApiKey(@Arg('id', () => ID, { description: 'The TypeID of the key.' }) id: string, @Ctx() context: Context) {
    return context.change(ApiKeyPayload, async em => {
      permitFor(context.viewer, 'KEEP_KEYS');
      const apiKey = await context.load(em, ApiKey, { id });
      apiKey.revoke();
      return { apiKey };
    });
  }
}
