import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { now } from '../../shared/time/clock.js';
import { refuse } from '../../shared/refuse.js';
import { ApiKey } from './api-key.js';
import { CreateApiKeyPayload } from './api-key-payload.js';
import { MOST_FEED_TOKENS } from './feed-token.js';
import { permitFor } from '../policy.js';

@InputType('CreateFeedTokenInput', { description: 'A new feed token.' })
export class CreateFeedTokenInput {
  @Field(() => String, {
    description: 'Where it is used, such as a calendar. No personal names; at most 200 characters.',
  })
  name!: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it stops working, with an offset: within a year, and not after the key that makes it. Without it as late as that.',
  })
  expiresAt?: Date | null;
}

@Resolver()
export class CreateFeedTokenResolver {
  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Makes a feed token of the asking API key, for addresses: `?key=` of files, feeds and the calendar takes it and no other key. It sees the ideas and calls that the key sees, but never money, letters of intent or mailboxes; it reads nothing else, ends within a year, and falls with the key. For all who have a key.',
  })
  createFeedToken(
    @Arg('input', () => CreateFeedTokenInput, { description: 'The feed token.' }) input: CreateFeedTokenInput,
    @Ctx() context: Context,
  ) {
    const { viewer } = context;
    return context.change(CreateApiKeyPayload, async em => {
      permitFor(viewer, 'MAKE_FEED_TOKENS');
      const id = viewer.keyId ?? refuse('FORBIDDEN', { message: KEY_NEEDED });
      // It is locked: revoked meanwhile it would leave the token behind.
      const key = await context.load(em, ApiKey, { id }, { populate: ['partner'] });
      if (!key.works) refuse('FORBIDDEN', { message: KEY_ENDED });
      const others = await em.count(ApiKey, { parent: { id }, revokedAt: null, expiresAt: { $gt: now() } });
      if (others >= MOST_FEED_TOKENS) refuse('INVALID', { message: TOO_MANY });
      const { apiKey, secret } = key.makeFeedToken(input);
      em.persist(apiKey);
      return { apiKey, secret };
    });
  }
}

const KEY_NEEDED = {
  sv: 'En prenumerationsnyckel tillhör en API-nyckel. Gör den med en nyckel, inte med en inloggning.',
  en: 'A feed token belongs to an API key. Make it with a key, not with a sign-in.',
};
const KEY_ENDED = { sv: 'Nyckeln gäller inte längre.', en: 'The key no longer works.' };
const TOO_MANY = {
  sv: `En nyckel har högst ${MOST_FEED_TOKENS} prenumerationsnycklar. Återkalla någon.`,
  en: `A key has at most ${MOST_FEED_TOKENS} feed tokens. Revoke one.`,
};
