import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { oneAtATime } from '../../database/one-at-a-time.js';
import { findPartner } from '../../partners/find-partner.js';
import { refuse } from '../../shared/refuse.js';
import type { Viewer } from '../../shared/viewer.js';
import { ApiKey } from './api-key.js';
import { CreateApiKeyPayload } from './api-key-payload.js';
import { askingKey, refuseMoreKeys } from './own-keys.js';
import { permitFor } from '../policy.js';
import { KeyGrant, Role } from '../../shared/roles.js';

@InputType('CreateApiKeyInput', { description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, {
    description: 'What it is for, shown as the actor of what it does. No personal names; at most 200 characters.',
  })
  name!: string;

  @Field(() => Role, { description: 'What it may do. A partner makes PARTNER keys alone.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The partner it acts for; required for PARTNER, where a partner may leave out itself.',
  })
  partnerId?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it stops working, with an offset; without it never, or with the key of the partner that makes it.',
  })
  expiresAt?: Date | null;

  @Field(() => [KeyGrant], { nullable: true, description: 'For an INTEGRATOR: what it may see beyond the ordinary.' })
  grants?: KeyGrant[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether an agent may change things with it by the tools at /mcp; for PARTNER and ADMIN.',
  })
  toolsMayWrite?: boolean | null;
}

@Resolver()
export class CreateApiKeyResolver {
  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Creates an API key. For administrators; partners make keys that act for them, which end with the key that made them at the latest and fall with it.',
  })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ) {
    return context.change(CreateApiKeyPayload, async em => {
      const { viewer } = context;
      permitFor(viewer, 'KEEP_OWN_KEYS');
      const { apiKey, secret } = await (viewer.role === 'PARTNER'
        ? ofPartner(em, viewer, input)
        : ofAnybody(em, input));
      em.persist(apiKey);
      return { apiKey, secret };
    });
  }
}

/** A key of one's own partner: it comes of the key that asks, if one does. */
async function ofPartner(em: EntityManager, viewer: Viewer, input: CreateApiKeyInput) {
  await oneAtATime(em, `keys of ${viewer.partnerId}`);
  const wanted = input.partnerId ?? viewer.partnerId;
  const partnerId = wanted && ((await findPartner(em, wanted))?.id ?? wanted);
  if (input.role !== 'PARTNER') permitFor(viewer, 'MANAGE_KEYS', ['role']);
  if (partnerId !== viewer.partnerId) permitFor(viewer, 'MANAGE_KEYS', ['partnerId']);
  await refuseMoreKeys(em, viewer);
  return viewer.keyId ? (await askingKey(em, viewer)).makeKey(input) : ofAnybody(em, { ...input, partnerId });
}

async function ofAnybody(em: EntityManager, { partnerId, ...input }: CreateApiKeyInput) {
  const partner =
    partnerId == null ? null : ((await findPartner(em, partnerId)) ?? refuse('NOT_FOUND', { path: ['partnerId'] }));
  return ApiKey.issue({ ...input, partner });
}
