import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { refuseAny } from '../../shared/refuse.js';
import { ApiKey } from './api-key.js';
import { CreateApiKeyPayload } from './api-key-payload.js';
import { askingKey, keysOf, permitKey } from './own-keys.js';
import { outlivingFaults } from './standing.js';

@Resolver()
export class RotateApiKeyResolver {
  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Gives an API key a new secret. The old secret works 24 hours more, and no longer if the key is rotated again before; the key stays the same, with what it made and where it is signed in. For administrators, and for partners keys that act for them and end no later than the asking one. A leaked secret calls for `revokeApiKey`.',
  })
  rotateApiKey(@Arg('id', () => ID, { description: 'The TypeID of the key.' }) id: string, @Ctx() context: Context) {
    const { viewer } = context;
    return context.change(CreateApiKeyPayload, async em => {
      await permitKey(em, viewer, id, keysOf(viewer));
      const apiKey = await context.load(em, ApiKey, { id });
      // Whoever gets the secret has the key: it must not outlive the one that asked.
      if (viewer.role === 'PARTNER' && viewer.keyId)
        refuseAny(outlivingFaults(apiKey.expiresAt, await askingKey(em, viewer), ['id']));
      const { secret } = apiKey.rotate();
      return { apiKey, secret };
    });
  }
}
