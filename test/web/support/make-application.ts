import { makeIdea, unique, type MadeIdea } from './make.js';
import type { Visit } from './visit.js';

const DAY = 86_400_000;

/** A call as the tests know it. */
export interface MadeCall {
  id: string;
  identifier: string;
  title: string;
}

interface CallWish {
  /** How many deadlines lie ahead. */
  deadlines?: number;
  /** Whether those invited answer the second deadline. */
  twoStage?: true;
  /** Whether it opens first in a month. */
  forthcoming?: true;
}

interface Refusable {
  userErrors: { message: string }[];
}

/** Makes a change by its name, and insists that it is made. */
export async function change<T>(visit: Visit, name: string, input: object, asked: string, as?: 'partner'): Promise<T> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${asked} userErrors { message } } }`;
  const { [name]: answer } = await visit.ask<Record<string, T & Refusable>>(query, { input }, as);
  if (answer!.userErrors.length > 0) throw new Error(answer!.userErrors.map(({ message }) => message).join(' '));
  return answer!;
}

/** A public call that can be applied for, or will be. */
export async function makeCall(
  visit: Visit,
  { twoStage, deadlines = twoStage ? 2 : 1, forthcoming }: CallWish = {},
): Promise<MadeCall> {
  const title = unique('Sökbar utlysning');
  const first = forthcoming ? 60 : 40;
  const input = {
    identifier: title.replaceAll(' ', '-'),
    title: { sv: title },
    programme: 'Provprogrammet',
    funder: 'Provfinansiären',
    deadlineModel: twoStage ? 'TWO_STAGE' : deadlines > 1 ? 'MULTIPLE_CUT_OFF' : 'SINGLE_STAGE',
    opensAt: forthcoming ? new Date(Date.now() + 30 * DAY).toISOString() : null,
    deadlines: Array.from({ length: deadlines }, (_, index) => ({
      at: new Date(Date.now() + (first + index * 30) * DAY).toISOString(),
    })),
    grantMax: { amount: '8000000', currency: 'SEK' },
    fundingRate: 40,
    focusAreas: ['tech.digitalisering'],
    publish: true,
  };
  const { call } = await change<{ call: MadeCall }>(visit, 'createFundingCall', input, 'call { id identifier title }');
  return call;
}

interface Applied extends MadeIdea {
  applicationId: string;
}

/** An idea of Techtank's that has a draft application to the call. */
export async function makeDraft(visit: Visit, call: MadeCall, requested = '5000000'): Promise<Applied> {
  const idea = await makeIdea(visit);
  const input = { ideaId: idea.id, callId: call.id, requested: { amount: requested, currency: 'SEK' } };
  const { application } = await change<{ application: { id: string } }>(
    visit,
    'startApplication',
    input,
    'application { id }',
  );
  return { ...idea, applicationId: application.id };
}

/** An idea with an application that has been handed in. */
export async function makeSubmitted(visit: Visit, call: MadeCall): Promise<Applied> {
  const applied = await makeDraft(visit, call);
  await change(visit, 'submitApplication', { id: applied.applicationId }, 'application { id }');
  return applied;
}

/** How an idea's only application stands. */
export async function applicationOf(visit: Visit, { id }: MadeIdea) {
  const query = `query ($id: ID) { idea(id: $id) { applications {
    id status callStage reference deadline decidedAt requested { amount currency } granted { amount currency } call { identifier }
  } } }`;
  const { idea } = await visit.ask<{
    idea: {
      applications: {
        id: string;
        status: string;
        callStage: number;
        reference: string | null;
        deadline: string | null;
        decidedAt: string | null;
        requested: { amount: string; currency: string } | null;
        granted: { amount: string; currency: string } | null;
        call: { identifier: string };
      }[];
    };
  }>(query, { id });
  return idea.applications[0];
}
