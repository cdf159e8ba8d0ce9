import type { EntityManager } from '@mikro-orm/core';
import { Application } from '../../applications/application.js';
import type { ApplicationMove } from '../../applications/application-path.js';
import type { ApplicationStatus } from '../../applications/application-status.js';
import { Membership } from '../../consortia/membership.js';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { FundingCall } from '../../funding-calls/funding-call.js';
import { Partner } from '../../partners/partner.js';
import type { Programme } from '../../programmes/programme.js';
import { Money } from '../../shared/money.js';
import type { Viewer } from '../../shared/viewer.js';
import type { IdeaDescription } from '../idea-description.js';
import { Idea } from '../idea.js';
import type { ChangedApplication } from './planning/plan-applications.js';
import type { PlannedIdea } from './planning/plan-idea.js';
import { describedMember } from './planning/plan-members.js';

/** Why what a table says is so, where its row gives no reason. */
const FROM_A_TABLE = 'Inläst från en tabell';

export const reasonOf = ({ row }: PlannedIdea): string => row.said.reason ?? FROM_A_TABLE;

/** Makes the idea of a row, or changes it; its moves, and what must wait for others to leave, come after. */
export function applyPlan(
  em: EntityManager,
  plan: PlannedIdea,
  { programme, viewer }: { readonly programme: Programme | undefined; readonly viewer: Viewer },
): Idea {
  const idea = plan.idea ?? madeOf(em, plan, programme!, viewer);
  if (plan.idea) changeIdea(em, plan, plan.idea);
  else for (const member of plan.members.joined) join(em, idea, member);
  for (const changed of plan.applications.changed) applyApplication(em, idea, changed, reasonOf(plan));
  return idea;
}

function madeOf(em: EntityManager, plan: PlannedIdea, programme: Programme, by: Viewer): Idea {
  const { owner, place, description } = plan;
  const idea = Idea.create({
    programme,
    owner: em.getReference(Partner, owner!.id),
    focusAreas: areasOf(em, plan) ?? [],
    description: description.changes as IdeaDescription,
    by,
    enteredAt: place.enteredAt,
  });
  em.persist(idea);
  return idea;
}

function areasOf(em: EntityManager, { areas }: PlannedIdea): FocusArea[] | undefined {
  return areas?.map(({ id }) => em.getReference(FocusArea, id));
}

function changeIdea(em: EntityManager, plan: PlannedIdea, idea: Idea): void {
  idea.update(plan.description.changes, areasOf(em, plan));
  const { left, changed, joined } = plan.members;
  for (const membership of left) membership.end(reasonOf(plan));
  for (const { membership, to } of changed) if (to.role !== 'COORDINATOR') membership.update(describedMember(to));
  for (const member of joined) if (member.role !== 'COORDINATOR') join(em, idea, member);
}

/** Gives the idea its new owner and coordinator, once the one before is none any more. */
export function handOver(em: EntityManager, plan: PlannedIdea): boolean {
  const { idea, owner, members } = plan;
  if (!idea) return false;
  const leading = members.joined.find(({ role }) => role === 'COORDINATOR');
  const promoted = members.changed.find(({ to }) => to.role === 'COORDINATOR');
  if (owner) idea.transfer(em.getReference(Partner, owner.id), reasonOf(plan));
  if (leading) join(em, idea, leading);
  promoted?.membership.update(describedMember(promoted.to));
  return Boolean(owner ?? leading ?? promoted);
}

function join(em: EntityManager, idea: Idea, member: PlannedIdea['members']['joined'][number]): void {
  em.persist(Membership.join(idea, em.getReference(Partner, member.partnerId), describedMember(member)));
}

/** What leads an application to a status from the one before it. */
const MOVE_TO: Readonly<Record<ApplicationStatus, ApplicationMove | null>> = {
  DRAFT: null,
  SUBMITTED: 'SUBMIT',
  UNDER_REVIEW: 'REVIEW',
  INVITED: 'INVITE',
  GRANTED: 'GRANT',
  REJECTED: 'REJECT',
  WITHDRAWN: 'WITHDRAW',
};

function applyApplication(em: EntityManager, idea: Idea, changed: ChangedApplication, reason: string): void {
  const { said, application } = changed;
  const [requested, granted] = [said.requested, said.granted].map(amount => amount && Money.of(amount));
  if (!application) {
    const call = em.getReference(FundingCall, said.call.id);
    em.persist(Application.takeOver(idea, call, { status: said.status ?? 'DRAFT', requested, granted }));
    return;
  }
  if (requested) application.update({ requested });
  const status = said.status ?? application.status;
  if (status !== application.status) moveApplication(application, MOVE_TO[status], { granted, reason });
  else if (granted) application.correctDecision({ granted: true, amount: granted, reason });
}

/** One step at a time, as in the service: what lies between would have no moment and nobody's word. */
function moveApplication(
  application: Application,
  move: ApplicationMove | null,
  { granted, reason }: { readonly granted: Money | undefined; readonly reason: string },
): void {
  if (move === 'REVIEW') application.startReview();
  else if (move === 'INVITE') application.invite({});
  else if (move === 'GRANT') application.decide({ granted: true, amount: granted, reason });
  else if (move === 'REJECT') application.decide({ granted: false, reason });
  else if (move === 'WITHDRAW') application.withdraw(reason);
  else application.submit({});
}
