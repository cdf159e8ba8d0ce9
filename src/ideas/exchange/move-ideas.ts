import type { EntityManager } from '@mikro-orm/core';
import { letRequestBeOvertaken, letRequestsLapse } from '../../joining/lapse.js';
import { Partner } from '../../partners/partner.js';
import type { Viewer } from '../../shared/viewer.js';
import { gateFactsOfAll } from '../gates/gate-facts-sql.js';
import type { GateFacts } from '../gates/gate-facts.js';
import { requirementsFrom } from '../gates/gates.js';
import type { Idea } from '../idea.js';
import { handOver, reasonOf } from './apply-idea.js';
import type { PlannedIdea } from './planning/plan-idea.js';
import type { PlannedMove } from './planning/plan-place.js';

/** An idea of a batch, and what it is to become. */
export interface Applied {
  readonly plan: PlannedIdea;
  readonly idea: Idea;
}

/** Takes the ideas of a batch where their rows say that they are, a step of each at a time: each is told by itself. */
export async function moveIdeas(
  em: EntityManager,
  batch: readonly Applied[],
  { viewer, flush }: { readonly viewer: Viewer; readonly flush: () => Promise<void> },
): Promise<void> {
  await handOverAll(em, batch, flush);
  for (let step = 0; ; step += 1) {
    const moving = batch.flatMap(applied => {
      const move = applied.plan.place.moves[step];
      return move ? [{ ...applied, move }] : [];
    });
    if (moving.length === 0) return;
    const advancing = moving.filter(({ move }) => move.move === 'ADVANCE').map(({ idea }) => idea.id);
    const facts = await gateFactsOfAll(em, advancing);
    for (const each of moving) await makeMove(em, each, { facts: facts.get(each.idea.id), viewer });
    await flush();
  }
}

async function handOverAll(em: EntityManager, batch: readonly Applied[], flush: () => Promise<void>): Promise<void> {
  let isNeeded = false;
  for (const { plan } of batch) {
    if (!plan.idea) continue;
    isNeeded = handOver(em, plan) || isNeeded;
    for (const { partnerId } of plan.members.joined)
      await letRequestBeOvertaken(em, plan.idea, em.getReference(Partner, partnerId));
  }
  if (isNeeded || batch.some(({ plan }) => plan.idea && plan.members.joined.length > 0)) await flush();
}

/** What a table cannot show of a gate is let pass, and the step says so for ever. */
async function makeMove(
  em: EntityManager,
  { idea, plan, move }: Applied & { readonly move: PlannedMove },
  { facts, viewer: by }: { readonly facts: GateFacts | undefined; readonly viewer: Viewer },
): Promise<void> {
  const reason = reasonOf(plan);
  if (move.move === 'ADVANCE')
    return idea.advance({ facts: facts!, waive: requirementsFrom(idea.stage), reason, by, at: move.at });
  if (move.move === 'RETURN') return idea.returnTo({ to: move.to, reason, by });
  idea.turn(move.move, { reason, by, at: move.at });
  if (move.move === 'DISCONTINUE' || move.move === 'COMPLETE') await letRequestsLapse(em, idea);
}
