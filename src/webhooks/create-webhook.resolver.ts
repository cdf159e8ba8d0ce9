import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { mayFor, permitFor } from '../access/policy.js';
import { ActivityKind } from '../activity/activity-kind.js';
import { readHead } from '../activity/head.js';
import type { Context } from '../context/context.js';
import { oneAtATime } from '../database/one-at-a-time.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { WebAddress } from '../shared/values/scalars.js';
import { MutationPayload } from '../shared/user-error.js';
import { newSecret, sealed } from './secret.js';
import { targetFaults } from './target.js';
import { MOST_PER_KEY, Webhook } from './webhook.js';

@InputType('CreateWebhookInput', { description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field(() => WebAddress, {
    description: 'Where to post to: https:// and a host on the public internet, without user name or password.',
  })
  url!: string;

  @Field(() => [ActivityKind], { nullable: true, description: 'What to send; everything when left out or empty.' })
  kinds?: ActivityKind[] | null;
}

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
      'Makes a webhook of the asking API key: what happens from now on is posted to it, signed as the Standard Webhooks specification says. For all who have a key, integrators too.',
  })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The webhook.' }) { url, kinds }: CreateWebhookInput,
    @Ctx() context: Context,
  ) {
    const { viewer, webhooks, database } = context;
    // Names are looked up before the transaction, and for nobody who may not ask.
    const faults = mayFor(viewer, 'MANAGE_WEBHOOKS') ? await targetFaults(url, webhooks) : [];
    const sequence = await readHead(database);
    return context.change(CreateWebhookPayload, async em => {
      permitFor(viewer, 'MANAGE_WEBHOOKS');
      const keyId = viewer.keyId ?? refuse('FORBIDDEN', { message: KEY_NEEDED });
      refuseAny(faults);
      await oneAtATime(em, `webhooks of ${keyId}`);
      const others = await em.count(Webhook, { apiKey: { id: keyId }, disabledAt: null });
      if (others >= MOST_PER_KEY) refuse('INVALID', { message: TOO_MANY });
      const secret = newSecret();
      const storedSecret = sealed(secret, webhooks.secretKeys);
      const webhook = Webhook.register({ keyId, url, kinds: kinds ?? [], storedSecret, sequence });
      em.persist(webhook);
      return { webhook, secret };
    });
  }
}

const KEY_NEEDED = {
  sv: 'En webhook tillhör en API-nyckel. Skapa den med en nyckel, inte med en inloggning.',
  en: 'A webhook belongs to an API key. Make it with a key, not with a sign-in.',
};
const TOO_MANY = {
  sv: `En nyckel har högst ${MOST_PER_KEY} webhookar. Ta bort någon.`,
  en: `A key has at most ${MOST_PER_KEY} webhooks. Delete one.`,
};
