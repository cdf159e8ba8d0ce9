import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { Partner } from '../../partners/partner.js';
import { refuse } from '../../shared/refuse.js';
import { ApiKey } from './api-key.js';
import { CreateApiKeyPayload } from './api-key-payload.js';
import { permitFor } from '../policy.js';
import { KeyGrant, Role } from '../../shared/roles.js';

@InputType('CreateApiKeyInput', { description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, {
    description: 'What it is for, shown as the actor of what it does. No personal names; at most 200 characters.',
  })
  name!: string;

  @Field(() => Role, { description: 'What it may do.' })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The partner it acts for; required for PARTNER.' })
  partnerId?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it stops working, with an offset; without it never.' })
  expiresAt?: Date | null;

  @Field(() => [KeyGrant], { nullable: true, description: 'For an INTEGRATOR: what it may see beyond the ordinary.' })
  grants?: KeyGrant[] | null;
}

@Resolver()
export class CreateApiKeyResolver {
  @Mutation(() => CreateApiKeyPayload, { description: 'Creates an API key. For administrators.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ) {
    return context.change(CreateApiKeyPayload, async em => {
      permitFor(context.viewer, 'MANAGE_KEYS');
      const { partnerId } = input;
      const partner =
        partnerId == null
          ? null
          : ((await em.findOne(Partner, { id: partnerId })) ?? refuse('NOT_FOUND', { path: ['partnerId'] }));
      const { apiKey, secret } = ApiKey.issue({ ...input, partner });
      em.persist(apiKey);
      return { apiKey, secret };
    });
  }
}
