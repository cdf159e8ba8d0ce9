import { advance, makeIdea, partnerId, whereIs } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const APPLIED =
  '{ ideas(first: 50, filter: { stages: [FUNDING_APPLICATION] }) { nodes { code applications { status call { identifier } } } } }';
interface Applied {
  ideas: { nodes: { code: string; applications: { status: string; call: { identifier: string } }[] }[] };
}

const ADD_MEMBER = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { userErrors { message } } }';

describe("an idea's page", () => {
  it('lists what blocks the idea first, and then what is met, and why each call might fit or not', async () => {
    const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
    const page = await visit.open(`/ideas/${idea.code}`);
    const blocks = page.getByRole('region', { name: 'Det här återstår' });
    const [first, ...rest] = await blocks.getByRole('listitem').allInnerTexts();
    expect(first).toContain('Miljömål');
    expect(rest.join()).not.toContain('Saknas');
    const reason = page.getByRole('region', { name: 'Utlysningar som matchar' }).locator('details[open] li').first();
    expect(await reason.innerText()).toMatch(/Uppfyllt|Inte uppfyllt|Varken för eller emot/);
  });

  it('tells where the idea stands, how it came there, who is in, and which sector is missing', async () => {
    const idea = await makeIdea(visit);
    await advance(visit, idea);
    const partner = await partnerId(visit, 'techtank');
    const input = { ideaId: idea.id, partnerId: partner, role: 'COORDINATOR', letterOfIntent: 'SIGNED' };
    await visit.ask(ADD_MEMBER, { input });
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(idea.title);
    expect(await page.locator('[aria-current="step"]').innerText()).toContain('Konsortium');
    const history = page.getByRole('region', { name: 'Historik' });
    await history.getByText('Gick vidare till Konsortium').waitFor();
    await history.getByText('Började i Koncept').waitFor();
    const members = await page.getByRole('region', { name: 'Konsortium' }).getByRole('listitem').allInnerTexts();
    expect(members[0]).toContain('Techtank');
    expect(members[0]).toContain('undertecknad');
    expect(members.slice(1).join()).toContain('Saknas: Akademi');
  });

  it('moves on right after an undo, before it has been read anew', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}#trl`, { as: 'partner' });
    await page.locator('[name=technologyReadinessLevel]').selectOption('4');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('query IdeaPage')) await page.waitForTimeout(3_000);
      await route.continue();
    });
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByRole('button', { name: 'Gå vidare till Konsortium' }).click();
    await page.getByText(`${idea.code} är nu i Konsortium.`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ stage: 'CONSORTIUM' });
  });

  it('shows what has been applied for, at which call, and how it went', async () => {
    const { ideas } = await visit.ask<Applied>(APPLIED, {});
    const { code, applications } = ideas.nodes.find(idea => idea.applications.length > 0)!;
    const page = await visit.open(`/ideas/${code}`, { as: 'admin' });
    const rows = page.getByRole('region', { name: 'Ansökningar' }).getByRole('listitem');
    for (const { call, status } of applications) {
      const row = rows.filter({ has: page.getByText(call.identifier, { exact: true }) }).first();
      await row.waitFor();
      expect(await row.locator(`.pill.application-${status.toLowerCase()}`).isVisible()).toBe(true);
    }
  });

  it('pauses and resumes the idea, each with a reason', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await page.getByRole('button', { name: 'Pausa …' }).click();
    await page.getByLabel('Skäl').fill('Väntar på besked.');
    await page.getByRole('button', { name: 'Pausa idén' }).click();
    await page.getByRole('button', { name: 'Återuppta …' }).click();
    expect(await whereIs(visit, idea)).toMatchObject({ state: 'PAUSED' });
    await page.getByLabel('Skäl').fill('Beskedet har kommit.');
    await page.getByRole('button', { name: 'Återuppta idén' }).click();
    await page.getByRole('button', { name: 'Pausa …' }).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ state: 'ACTIVE' });
  });

  it('is not there for an idea that does not exist', async () => {
    const page = await visit.open('/ideas/KS3-999999');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sidan finns inte');
  });
});

describe("a partner's page", () => {
  it('tells what is missing in each of its ideas, and what comes next', async () => {
    const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
    const page = await visit.open('/partners/techtank', { as: 'partner' });
    const row = page.getByRole('listitem').filter({ hasText: idea.title }).first();
    // Ideas without a deadline come last: read on until the new one shows.
    await page.addLocatorHandler(page.getByRole('button', { name: 'Visa fler' }), button => button.click());
    await row.scrollIntoViewIfNeeded();
    expect(await row.innerText()).toContain('Miljömål');
    expect(await row.innerText()).toContain('Härnäst');
  });
});
