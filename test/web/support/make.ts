import type { Visit } from './visit.js';

const SUMMARY =
  'En idé som bara finns för att prövas i webbläsaren, med en sammanfattning som är lång nog för att räknas som beskriven.';

/** An idea as the tests know it. */
export interface MadeIdea {
  id: string;
  code: string;
  title: string;
}

interface IdeaWish {
  /** Leaves out the environmental objective, so that the first gate isn't met. */
  without?: 'OBJECTIVE';
}

let made = 0;

/** A name that no other run has used. */
export function unique(word: string): string {
  made += 1;
  return `${word} ${Date.now().toString(36)}${made}`;
}

/** The id of a partner. */
export async function partnerId(visit: Visit, slug: string): Promise<string> {
  const { partner } = await visit.ask<{ partner: { id: string } }>(
    'query ($slug: String) { partner(slug: $slug) { id } }',
    { slug },
  );
  return partner.id;
}

/** A partner that is in no idea; its slug. */
export async function makePartner(visit: Visit, name = unique('Provpartner')): Promise<string> {
  const { createPartner } = await visit.ask<{ createPartner: { partner: { slug: string } } }>(
    'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { partner { slug } } }',
    { input: { name, sector: 'BUSINESS_SME' } },
  );
  return createPartner.partner.slug;
}

/** A public concept of Techtank's; ready for its next stage unless something is left out. */
export async function makeIdea(visit: Visit, { without }: IdeaWish = {}): Promise<MadeIdea> {
  const title = unique('Providé');
  const input = {
    title: { sv: title },
    summary: { sv: SUMMARY },
    challenge: { sv: 'Den som prövar behöver något att pröva.' },
    ownerId: await partnerId(visit, 'techtank'),
    visibility: 'PUBLIC',
    focusAreas: ['tech.digitalisering'],
    environmentalObjectives: without === 'OBJECTIVE' ? [] : ['CIRCULAR_ECONOMY'],
  };
  const { createIdea } = await visit.ask<{ createIdea: { idea: MadeIdea | null; userErrors: { message: string }[] } }>(
    'mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id code title } userErrors { message } } }',
    { input },
  );
  if (!createIdea.idea) throw new Error(createIdea.userErrors.map(({ message }) => message).join(' '));
  return createIdea.idea;
}

const HOUR = 3_600_000;

/** A call that is published at once, with so near a deadline that it stands first on its page; its title. */
export async function publishCall(visit: Visit): Promise<string> {
  const title = unique('Provutlysning');
  const input = {
    identifier: title.replaceAll(' ', '-'),
    title: { sv: title },
    programme: 'Provprogrammet',
    funder: 'Provfinansiären',
    deadlineModel: 'SINGLE_STAGE',
    deadlines: [{ at: new Date(Date.now() + HOUR).toISOString() }],
    publish: true,
  };
  await visit.ask(
    'mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { userErrors { message } } }',
    {
      input,
    },
  );
  return title;
}

/** Gives an idea another title, as if somebody else did it. */
export async function retitle(visit: Visit, { id }: MadeIdea, title: string): Promise<void> {
  await visit.ask('mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }', {
    input: { id, title: { sv: title } },
  });
}

/** Moves an idea one stage, as if somebody else did it. */
export async function advance(visit: Visit, { id }: MadeIdea): Promise<void> {
  await visit.ask('mutation ($input: AdvanceIdeaInput!) { advanceIdea(input: $input) { userErrors { message } } }', {
    input: { id },
  });
}

/** Where an idea stands now. */
export async function whereIs(visit: Visit, { id }: MadeIdea): Promise<{ stage: string; state: string }> {
  const { idea } = await visit.ask<{ idea: { stage: string; state: string } }>(
    'query ($id: ID) { idea(id: $id) { stage state } }',
    { id },
  );
  return idea;
}
