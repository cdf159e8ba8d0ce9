import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import { activityVisible } from '../../access/visibility.js';
import type { Context } from '../../context/context.js';
import { compilePositional, param, raw, sql } from '../../reading/sql.js';
import { now } from '../../shared/time/clock.js';
import { refuse } from '../../shared/refuse.js';
import { ANONYMOUS, type Viewer } from '../../shared/viewer.js';
import { WebhookDelivery } from '../delivery.js';
import { concerns, isLimited } from '../limits.js';
import { KEY_ENDED, Webhook } from '../webhook.js';
import { WebhookDeliveryPayload } from './webhook-payload.js';

/** Tests of one webhook. */
const MOST_A_MINUTE = 10;

@Resolver()
export class TestWebhookResolver {
  @Mutation(() => WebhookDeliveryPayload, {
    description:
      'Tries a webhook: sends the newest event that it asks for, and that its key may see, again if it has been sent. It comes as any delivery does, in its turn. At most ten times a minute for each webhook. For those who see the webhook.',
  })
  testWebhook(@Arg('id', () => ID, { description: 'The TypeID of the webhook.' }) id: string, @Ctx() context: Context) {
    return context.change(WebhookDeliveryPayload, async em => {
      permitFor(context.viewer, 'MANAGE_WEBHOOKS');
      const webhook = await context.load(em, Webhook, { id }, { populate: ['apiKey'] });
      if (!webhook.apiKey.unwrap().works) refuse('ILLEGAL_TRANSITION', { message: KEY_ENDED });
      if (webhook.disabledAt) refuse('ILLEGAL_TRANSITION', { message: NOT_ACTIVE });
      await refuseHaste(webhook.id);
      const newest = (await newestFor(em, webhook)) ?? refuse('ILLEGAL_TRANSITION', { message: NOTHING_YET });
      const known = await em.findOne(WebhookDelivery, { webhook, activity: newest.id });
      if (known) return { delivery: repeated(known) };
      const delivery = WebhookDelivery.of(webhook, newest);
      em.persist(delivery);
      return { delivery };
    });
  }
}

/** Each copy of the service counts what it is asked. */
const tests = new RateLimiterMemory({ points: MOST_A_MINUTE, duration: 60 });

/** A test is a request to somebody else's server. */
async function refuseHaste(webhookId: string): Promise<void> {
  try {
    await tests.consume(webhookId);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    refuse('INVALID', { path: ['id'], message: tooOften(Math.ceil(error.msBeforeNext / 1_000)) });
  }
}

/** One that is on its way is on its way. */
function repeated(delivery: WebhookDelivery): WebhookDelivery {
  if (delivery.status !== 'PENDING') delivery.repeat();
  return delivery;
}

/** The newest event that has been looked at for it and is one of its own, as its key may see it. */
async function newestFor(em: EntityManager, webhook: Webhook): Promise<{ id: string; sequence: number } | null> {
  const { kinds, ideas, focusAreas, sequence } = webhook;
  const viewer = viewerOf(webhook);
  const json = (list: readonly string[]) => JSON.stringify(list);
  const [ofIdeas, ofAreas] = ['?', '?'];
  const seen = compilePositional(
    sql`select a.id, a.sequence from activity a where a.sequence <= ${param(() => sequence)}
      and (${param(() => kinds.length)}::int = 0 or jsonb_exists(${param(() => json(kinds))}::jsonb, a.kind)) and ${activityVisible(raw('a'), viewer)}`,
    { viewer, now: now(), args: [], given: {} },
  );
  const limits = isLimited(webhook) ? ` and ${concerns('a', ofIdeas, ofAreas)}` : '';
  const values = isLimited(webhook) ? [json(ideas), json(focusAreas), json(focusAreas), json(focusAreas)] : [];
  const text = `${seen.text}${limits} order by a.sequence desc limit 1`;
  const [newest] = await (em as SqlEntityManager).execute<{ id: string; sequence: number }[]>(text, [
    ...seen.values,
    ...values,
  ]);
  return newest ?? null;
}

/** Whoever the key of the webhook stands for. */
function viewerOf({ apiKey }: Webhook): Viewer {
  const { id, name, role, partner, grants, feedOnly } = apiKey.unwrap();
  return { ...ANONYMOUS, name, role, partnerId: partner?.id ?? null, keyId: id, grants, feedOnly };
}

const tooOften = (seconds: number) => ({
  sv: `En webhook provas högst ${MOST_A_MINUTE} gånger i minuten. Försök igen om ${seconds} s.`,
  en: `A webhook is tested at most ${MOST_A_MINUTE} times a minute. Try again in ${seconds} s.`,
});
const NOT_ACTIVE = {
  sv: 'Webhooken är stoppad. Sätt på den först.',
  en: 'The webhook is not active. Switch it on first.',
};
const NOTHING_YET = {
  sv: 'Inget har hänt än som webhooken ska få och nyckeln får se.',
  en: 'Nothing has happened yet that the webhook asks for and its key may see.',
};
