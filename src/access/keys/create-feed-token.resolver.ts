import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { oneAtATime } from '../../database/one-at-a-time.js';
import { findPartner } from '../../partners/find-partner.js';
import { now } from '../../shared/time/clock.js';
import { refuse } from '../../shared/refuse.js';
import type { Viewer } from '../../shared/viewer.js';
import { ApiKey } from './api-key.js';
import { CreateApiKeyPayload } from './api-key-payload.js';
import { MOST_FEED_TOKENS } from './feed-token.js';
import { askingKey } from './own-keys.js';
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
      'Makes a feed token of the asking API key, for addresses: `?key=` of files, feeds and the calendar takes it and no other key. It sees the ideas and calls that the key sees, but never money, letters of intent or mailboxes; it reads nothing else, ends within a year, and falls with the key. Made by a sign-in at an organisation it lapses 180 days after the last one. For all who have signed in.',
  })
  createFeedToken(
    @Arg('input', () => CreateFeedTokenInput, { description: 'The feed token.' }) input: CreateFeedTokenInput,
    @Ctx() context: Context,
  ) {
    const { viewer } = context;
    return context.change(CreateApiKeyPayload, async em => {
      permitFor(viewer, 'MAKE_FEED_TOKENS');
      const { apiKey, secret } = await (viewer.keyId ? ofKey(viewer, em, input) : ofSubject(viewer, em, input));
      em.persist(apiKey);
      return { apiKey, secret };
    });
  }
}

async function ofKey(viewer: Viewer, em: EntityManager, input: CreateFeedTokenInput) {
  const key = await askingKey(em, viewer);
  await refuseMore(em, { parent: { id: key.id }, feedOnly: true });
  return key.makeFeedToken(input);
}

async function ofSubject({ subject, role, grants, partnerId }: Viewer, em: EntityManager, input: CreateFeedTokenInput) {
  if (!subject || !role) refuse('FORBIDDEN');
  await oneAtATime(em, `feed tokens of ${subject}`);
  await refuseMore(em, { subject });
  const partner = partnerId ? await findPartner(em, partnerId) : null;
  return ApiKey.feedTokenOf({ subject, role, partner, grants: [...grants] }, input);
}

async function refuseMore(em: EntityManager, ofSame: object): Promise<void> {
  const others = await em.count(ApiKey, { ...ofSame, revokedAt: null, expiresAt: { $gt: now() } });
  if (others >= MOST_FEED_TOKENS) refuse('INVALID', { message: TOO_MANY });
}

const TOO_MANY = {
  sv: `En nyckel eller inloggning har högst ${MOST_FEED_TOKENS} prenumerationsnycklar. Återkalla någon.`,
  en: `A key or sign-in has at most ${MOST_FEED_TOKENS} feed tokens. Revoke one.`,
};
