import { type EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { ApiKey } from '../access/keys/api-key.js';
import { permitFor } from '../access/policy.js';
import { Session } from '../access/sessions/session.js';
import { NoticeSubscription } from '../notices/notice-subscription.js';
import type { Context } from '../context/context.js';
import { PartnerPayload } from '../partners/partner-payload.js';
import { LONGEST, textFaults } from '../shared/checks.js';
import { refuseAny } from '../shared/refuse.js';
import { loadIdeas, loadPartners } from './load-merge.js';
import { currencyFaults, lapsing, type Merge, pairIn } from './merge.js';

@InputType('MergePartnersInput', { description: 'A partner that is a duplicate of another.' })
export class MergePartnersInput {
  @Field(() => ID, { description: 'The TypeID of the duplicate, which is merged away.' })
  fromId!: string;

  @Field(() => ID, {
    description:
      'The TypeID of the partner that it is merged into; of one that has been merged itself, the one it is part of.',
  })
  intoId!: string;

  @Field(() => String, {
    description: 'Why; at most 2,000 characters. It is told to all who have signed in, and inside the ideas.',
  })
  reason!: string;
}

@Resolver()
export class MergePartnersResolver {
  @Mutation(() => PartnerPayload, {
    description:
      'Merges a duplicate into another partner, for good: ideas, current memberships, pending requests, keys and what hangs on them are the other’s from now on. Of two memberships in one idea that with the stronger role stays, with the further letter and the sum of what was promised; in two currencies it is refused. The other takes over the numbers that it lacks. The partner in the answer is the other. For administrators.',
  })
  mergePartners(
    @Arg('input', () => MergePartnersInput, { description: 'Which two, and why.' }) input: MergePartnersInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async (em, flush) => {
      permitFor(context.viewer, 'MANAGE_PARTNERS');
      refuseAny(textFaults(['reason'], input.reason, LONGEST.reason));
      const { from, into, earlier } = await loadPartners(em, input.fromId, input.intoId);
      const merge = { from, into, reason: input.reason };
      const finish = await mergeInIdeas(em, merge);
      await moveKeys(em, merge);
      for (const each of [from, ...earlier]) each.mergeInto(into, input.reason);
      // What has to be out of the way of the other is written first: a place in an idea, a number.
      await flush();
      finish();
      into.takeNumbersOf(from, input.reason);
      return { partner: into };
    });
  }
}

/** Ends what one partner cannot have twice; what is given back moves the rest. */
async function mergeInIdeas(em: EntityManager, merge: Merge): Promise<() => void> {
  const { from, into, reason } = merge;
  const { ideas, requests } = await loadIdeas(em, merge);
  const pairs = ideas.flatMap(idea => pairIn(idea, merge) ?? []);
  refuseAny(currencyFaults(pairs));
  const ended = new Set(lapsing(requests, pairs));
  for (const request of ended) request.lapse(reason);
  for (const { yields } of pairs) yields?.giveWay(reason);
  return () => {
    for (const { stays, yields } of pairs) stays.standFor(into, yields, reason);
    for (const request of requests)
      if (!ended.has(request) && request.partner.id === from.id) request.standFor(into, reason);
    for (const idea of ideas) if (idea.owner.id === from.id) idea.handOver(into, reason);
  };
}

/** Keys, sessions and mails go on and act for the other; it is the merge that tells of it. */
async function moveKeys(em: EntityManager, { from, into }: Merge): Promise<void> {
  await em.nativeUpdate(ApiKey, { partner: from.id }, { partner: into.id });
  await em.nativeUpdate(Session, { partner: from.id }, { partner: into.id });
  await em.nativeUpdate(NoticeSubscription, { partner: from.id }, { partner: into.id });
}
