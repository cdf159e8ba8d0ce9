import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { mayFor, permitFor } from '../../access/policy.js';
import { readHead } from '../../activity/head.js';
import type { Context } from '../../context/context.js';
import { oneAtATime } from '../../database/one-at-a-time.js';
import { refuse, refuseAny } from '../../shared/refuse.js';
import { MutationPayload } from '../../shared/user-error.js';
import { newSecret, sealed } from '../secret.js';
import { targetFaults } from '../target.js';
import { MOST_PER_KEY, Webhook } from '../webhook.js';
import { checkLimits, CreateWebhookInput } from './webhook-input.js';
import { keyForWebhooks } from './key-for-webhooks.js';

@ObjectType('CreateWebhookPayload', { implements: MutationPayload, description: 'The new webhook, with its secret.' })
export class CreateWebhookPayload extends MutationPayload {
  @Field(() => Webhook, { nullable: true, description: 'The webhook; null when none was made.' })
  webhook?: Webhook | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret, whsec_…, that receivers check signatures with. It is shown this once.',
  })
  secret?: string | null;
}

@Resolver()
export class CreateWebhookResolver {
  @Mutation(() => CreateWebhookPayload, {
    description:
      'Makes a webhook of the asking API key: what happens from now on is posted to it, signed as the Standard Webhooks specification says. Who signed in at an organisation gets a key for it that has no secret and lapses 180 days after the last sign-in. For all who have signed in, integrators too.',
  })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The webhook.' }) input: CreateWebhookInput,
    @Ctx() context: Context,
  ) {
    const { viewer, webhooks, database } = context;
    // Names are looked up before the transaction, and for nobody who may not ask.
    const faults = mayFor(viewer, 'MANAGE_WEBHOOKS') ? await targetFaults(input.url, webhooks) : [];
    const sequence = await readHead(database);
    return context.change(CreateWebhookPayload, async em => {
      permitFor(viewer, 'MANAGE_WEBHOOKS');
      refuseAny(faults);
      const keyId = viewer.keyId ?? (await keyForWebhooks(em, viewer)).id;
      await checkLimits(context, em, input);
      await oneAtATime(em, `webhooks of ${keyId}`);
      const others = await em.count(Webhook, {
        apiKey: { id: keyId },
        $or: [{ disabledAt: null }, { disabledReason: { $ne: 'DELETED' } }],
      });
      if (others >= MOST_PER_KEY) refuse('INVALID', { message: TOO_MANY });
      const secret = newSecret();
      const storedSecret = sealed(secret, webhooks.secretKeys);
      const webhook = Webhook.register({
        ...{ keyId, storedSecret, sequence, url: input.url },
        ...{ kinds: input.kinds ?? [], ideas: input.ideas ?? [], focusAreas: input.focusAreas ?? [] },
      });
      em.persist(webhook);
      return { webhook, secret };
    });
  }
}

const TOO_MANY = {
  sv: `En nyckel har högst ${MOST_PER_KEY} webhookar. Ta bort någon.`,
  en: `A key has at most ${MOST_PER_KEY} webhooks. Delete one.`,
};
