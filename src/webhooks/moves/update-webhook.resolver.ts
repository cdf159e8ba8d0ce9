import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { mayFor, permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { changesOf } from '../../shared/changes.js';
import { nullFaults } from '../../shared/checks.js';
import { refuse, refuseAny } from '../../shared/refuse.js';
import { targetFaults } from '../target.js';
import { wakeUp } from './wake-up.js';
import { KEY_ENDED, Webhook } from '../webhook.js';
import { checkLimits, UpdateWebhookInput } from './webhook-input.js';
import { WebhookPayload } from './webhook-payload.js';

@Resolver()
export class UpdateWebhookResolver {
  @Mutation(() => WebhookPayload, {
    description:
      'Changes a webhook: where it is sent, what, and whether at all. Its secret stays. For those who see it.',
  })
  async updateWebhook(
    @Arg('input', () => UpdateWebhookInput, { description: 'The changes.' }) input: UpdateWebhookInput,
    @Ctx() context: Context,
  ) {
    const { viewer, webhooks } = context;
    // Names are looked up before the transaction, and for nobody who may not ask.
    const faults = input.url && mayFor(viewer, 'MANAGE_WEBHOOKS') ? await targetFaults(input.url, webhooks) : [];
    return context.change(WebhookPayload, async em => {
      permitFor(viewer, 'MANAGE_WEBHOOKS');
      const webhook = await context.load(em, Webhook, input, { populate: ['apiKey'] });
      refuseAny([...nullFaults(input, ['url', 'active']), ...faults]);
      await checkLimits(context, em, input, webhook);
      webhook.update(changesOf(listed(input), ['url', 'kinds', 'ideas', 'focusAreas']));
      if (input.active && !webhook.apiKey.unwrap().works) refuse('ILLEGAL_TRANSITION', { message: KEY_ENDED });
      if (input.active) await wakeUp(em, webhook);
      if (input.active === false) webhook.switchOff();
      return { webhook };
    });
  }
}

/** A list that is null is an empty one. */
function listed({ url, kinds, ideas, focusAreas }: UpdateWebhookInput) {
  const given = { kinds, ideas, focusAreas };
  const lists = Object.entries(given).flatMap(([name, list]) => (list === undefined ? [] : [[name, list ?? []]]));
  return { ...(url && { url }), ...Object.fromEntries(lists) } as Partial<
    Pick<Webhook, 'url' | 'kinds' | 'ideas' | 'focusAreas'>
  >;
}
