import { makeIdea, unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const DAY = 86_400_000;
const CREATE = `mutation ($input: CreateFundingCallInput!) {
  createFundingCall(input: $input) { call { id } userErrors { message } }
}`;

/** A call that asks for nothing but what is wished; its identifier. */
async function makeCall(title: string, wish: object): Promise<string> {
  const identifier = title.replaceAll(' ', '-');
  const input = {
    identifier,
    title: { sv: title },
    programme: 'Provprogrammet',
    funder: 'Provfinansiären',
    deadlineModel: 'SINGLE_STAGE',
    deadlines: [{ at: new Date(Date.now() + 30 * DAY).toISOString() }],
    ...wish,
  };
  const { createFundingCall } = await visit.ask<any>(CREATE, { input });
  expect(createFundingCall.userErrors).toEqual([]);
  return identifier;
}

describe('a match', () => {
  it('tells the rules apart from the fit, and counts nothing that says nothing', async () => {
    const identifier = await makeCall(unique('Provutlysning'), { minPartners: 3, publish: true });
    const page = await visit.open(`/calls/${identifier}`, { as: 'admin' });
    const reasons = page.getByRole('region', { name: 'Idéer som passar' }).locator('details').first();
    await reasons.waitFor();
    // Of nine sides the call asks for partners, and has a deadline beside its text.
    expect(await reasons.locator('summary').innerText()).toMatch(
      /^[01] av 1 krav uppfyllt · [012] av 2 skäl talar för$/,
    );
    expect(await reasons.locator('.reasons-name').allInnerTexts()).toEqual(['Krav', 'Matchning']);
    expect(await reasons.locator('.neutral').allTextContents()).toContain(
      'Varken för eller emot: Utlysningen anger inga miljömål.',
    );
  });

  it('that is poor is left out, counted, and shown to whoever asks', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`);
    const calls = page.getByRole('region', { name: 'Utlysningar som matchar' });
    const told = calls.getByText(/utlysning(ar)? till matchar sämre än 30\s%/);
    await told.waitFor();
    await calls.getByRole('button', { name: 'Visa även dem' }).click();
    await told.waitFor({ state: 'detached' });
  });

  it('of a draft is shown beforehand, as if it were published', async () => {
    const idea = await makeIdea(visit);
    const identifier = await makeCall(`${idea.title} ${unique('utkast')}`, { publish: false });
    const page = await visit.open(`/calls/${identifier}`, { as: 'admin' });
    const ideas = page.getByRole('region', { name: 'Idéer som passar' });
    await ideas.getByText('Förhandsvisning av hur utlysningen matchar när den är publicerad.').waitFor();
    await ideas.getByRole('link', { name: idea.title }).waitFor();
    expect(await ideas.innerText()).not.toContain('inte publicerad');
  });
});

describe('what a reader may not see of a gate', () => {
  it('is a gap in the ring, and stands among the requirements as such', async () => {
    const { ideas } = await visit.ask<any>(
      '{ ideas(first: 100, filter: { stages: [CONSORTIUM], states: [ACTIVE] }) { nodes { code readiness { requirements { met } withheld } } } }',
      {},
      'anyone',
    );
    const idea = ideas.nodes.find(({ readiness }: any) => readiness.withheld.length > 0);
    const page = await visit.open(`/ideas/${idea.code}`);
    const ring = page.locator('.panel-head .ring');
    await ring.waitFor();
    expect(await ring.getAttribute('aria-label')).toMatch(
      /\d av \d krav för Ansökan uppfyllda, \d krav visas inte för dig/,
    );
    expect(await ring.locator('.ring-gap').count()).toBe(1);
    const rows = page.locator('.requirements .withheld');
    expect(await rows.count()).toBe(idea.readiness.withheld.length);
    expect(await rows.first().innerText()).toContain('Visas bara för dem som deltar i idén.');
  });
});
