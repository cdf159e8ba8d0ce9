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
  /** One that no other test uses, unless the test says another. */
  title?: string;
  /** The owner's slug. */
  owner?: string;
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

/** A public concept, Techtank's by default; ready for its next stage unless something is left out. */
export async function makeIdea(
  visit: Visit,
  { without, title = unique('Providé'), owner = 'techtank' }: IdeaWish = {},
): Promise<MadeIdea> {
  const input = {
    title: { sv: title },
    summary: { sv: SUMMARY },
    challenge: { sv: 'Den som prövar behöver något att pröva.' },
    ownerId: await partnerId(visit, owner),
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

/** An idea that lacks all that its gates ask for, so many stages on its way by waivers. */
export async function makeLacking(visit: Visit, stages = 0): Promise<MadeIdea> {
  const { createIdea } = await visit.ask<{ createIdea: { idea: MadeIdea } }>(
    'mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id code title } } }',
    {
      input: {
        title: { sv: unique('Idéskiss') },
        summary: { sv: 'Kort.' },
        ownerId: await partnerId(visit, 'techtank'),
      },
    },
  );
  const { id } = createIdea.idea;
  for (let stage = 0; stage < stages; stage++) {
    const { idea } = await visit.ask<Lacking>(
      'query ($id: ID) { idea(id: $id) { readiness { requirements { code met } } } }',
      { id },
    );
    const waive = idea.readiness.requirements.filter(({ met }) => !met).map(({ code }) => code);
    await visit.ask('mutation ($input: AdvanceIdeaInput!) { advanceIdea(input: $input) { userErrors { message } } }', {
      input: { id, waive, reason: 'För att prövas.' },
    });
  }
  return createIdea.idea;
}

interface Lacking {
  idea: { readiness: { requirements: { code: string; met: boolean }[] } };
}

/** How many are made at the same time. */
const AT_ONCE = 8;

/** So many concepts of one owner, whose titles are in the order of their numbers. */
export async function makeIdeas(visit: Visit, owner: string, count: number): Promise<MadeIdea[]> {
  const ideas: MadeIdea[] = [];
  while (ideas.length < count) {
    const next = Array.from({ length: Math.min(AT_ONCE, count - ideas.length) }, (_, at) => ideas.length + at + 1);
    const titles = next.map(number => `Mängdidé ${String(number).padStart(3, '0')}`);
    ideas.push(...(await Promise.all(titles.map(title => makeIdea(visit, { title, owner })))));
  }
  return ideas;
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

interface KeyWish {
  name: string;
  role: 'ADMIN' | 'PARTNER' | 'INTEGRATOR';
  /** The slug of the partner it acts for. */
  partner?: string;
}

/** A key of a story's own, whose sign-ins it may end; its secret. */
export async function makeKey(visit: Visit, { partner, ...wish }: KeyWish): Promise<string> {
  const input = { ...wish, ...(partner && { partnerId: await partnerId(visit, partner) }) };
  const { createApiKey } = await visit.ask<{ createApiKey: { secret: string } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
    { input },
  );
  return createApiKey.secret;
}
