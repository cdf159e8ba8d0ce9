import { advance, makePartner, partnerId, type MadeIdea } from './make.js';
import { change, makeCall, makeSubmitted } from './make-application.js';
import type { Visit } from './visit.js';

const GRANTED = { amount: '5000000', currency: 'SEK' };

/** The ids of a plan's parts. */
interface Planned extends MadeIdea {
  milestones: string[];
  outcomes: string[];
  indicators: string[];
}

/** An idea of Techtank's with a granted application of five million and no plan, past the gate to applications. */
export async function makeGranted(visit: Visit): Promise<MadeIdea> {
  const applied = await makeSubmitted(visit, await makeCall(visit));
  await advance(visit, applied);
  const business = await partnerId(visit, await makePartner(visit));
  const members = [
    [await partnerId(visit, 'techtank'), 'COORDINATOR'],
    [await partnerId(visit, 'bth'), 'BENEFICIARY'],
    [business, 'BENEFICIARY'],
  ];
  for (const [partner, role] of members) {
    const input = { ideaId: applied.id, partnerId: partner, role, letterOfIntent: 'SIGNED' };
    await change(visit, 'addMember', input, 'membership { id }');
  }
  await advance(visit, applied);
  await change(visit, 'startReview', { id: applied.applicationId }, 'application { id }');
  const decision = { id: applied.applicationId, granted: true, amount: GRANTED };
  await change(visit, 'recordDecision', decision, 'application { id }');
  return applied;
}

const dayIn = (years: number, day: string) => `${new Date().getUTCFullYear() + years}-${day}`;

/** A plan that began last year and meets the gate. */
export async function planFor(visit: Visit, idea: MadeIdea): Promise<Planned> {
  const input = {
    ideaId: idea.id,
    startsOn: dayIn(-1, '01-01'),
    endsOn: dayIn(4, '12-31'),
    budget: GRANTED,
    milestones: [
      { title: { sv: 'Provanläggningen är igång' }, dueOn: dayIn(-1, '06-30') },
      { title: { sv: 'Tjänsten är öppen', en: 'The service is open' }, dueOn: dayIn(3, '06-30') },
    ],
    outcomes: [{ kind: 'SERVICE', title: { sv: 'En öppen tjänst' }, environmentalObjectives: ['CIRCULAR_ECONOMY'] }],
    indicators: [
      { code: 'RCO 10', name: { sv: 'Företag som samverkar' }, unit: 'företag', baseline: '0', target: '40' },
    ],
  };
  const asked = 'project { milestones { id } outcomes { id } indicators { id } }';
  const { project } = await change<{ project: Record<'milestones' | 'outcomes' | 'indicators', { id: string }[]> }>(
    visit,
    'planProject',
    input,
    asked,
  );
  const ids = (parts: { id: string }[]) => parts.map(({ id }) => id);
  const { milestones, outcomes, indicators } = project;
  return { ...idea, milestones: ids(milestones), outcomes: ids(outcomes), indicators: ids(indicators) };
}

/** A project under way. */
export async function makeProject(visit: Visit): Promise<Planned> {
  const planned = await planFor(visit, await makeGranted(visit));
  await advance(visit, planned);
  return planned;
}

/** How a project stands. */
export async function projectOf(visit: Visit, { id }: MadeIdea) {
  const query = `query ($id: ID) { idea(id: $id) { project {
    startsOn endsOn budget { amount currency } milestones { id title dueOn slipDays completedOn droppedAt }
    revisions { reason reference } outcomes { id kind status deliveredOn environmentalObjectives } indicators { id code baseline target measurements { on value } }
  } } }`;
  const { idea } = await visit.ask<{ idea: { project: ProjectAsked | null } }>(query, { id });
  return idea.project;
}

interface ProjectAsked {
  startsOn: string;
  endsOn: string;
  budget: { amount: string; currency: string };
  revisions: { reason: string | null; reference: string | null }[];
  milestones: {
    id: string;
    title: string;
    dueOn: string;
    slipDays: number;
    completedOn: string | null;
    droppedAt: string | null;
  }[];
  outcomes: {
    id: string;
    kind: string;
    status: string;
    deliveredOn: string | null;
    environmentalObjectives: string[];
  }[];
  indicators: {
    id: string;
    code: string;
    baseline: string | null;
    target: string;
    measurements: { on: string; value: string }[];
  }[];
}
