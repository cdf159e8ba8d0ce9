import type { Page } from 'playwright-core';
import { advance, makeIdea, makePartner, partnerId, unique, type MadeIdea } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

interface Kept {
  role: string;
  letterOfIntent: string;
  commitment: { amount: string; currency: string } | null;
  partner: { name: string };
}

/** Who is in, as the service keeps it. */
async function members({ id }: MadeIdea): Promise<Kept[]> {
  const { idea } = await visit.ask<{ idea: { consortium: { memberships: Kept[] } } }>(
    'query ($id: ID) { idea(id: $id) { consortium { memberships { role letterOfIntent commitment { amount currency } partner { name } } } } }',
    { id },
  );
  return idea.consortium.memberships;
}

async function join(idea: MadeIdea, slug: string, role: string): Promise<void> {
  const input = { ideaId: idea.id, partnerId: await partnerId(visit, slug), role };
  await visit.ask('mutation ($input: AddMemberInput!) { addMember(input: $input) { userErrors { message } } }', {
    input,
  });
}

/** An idea in CONSORTIUM that Techtank coordinates, and another partner in it by its name. */
async function gathered(): Promise<{ idea: MadeIdea; other: string }> {
  const [idea, other] = [await makeIdea(visit), unique('Medpartner')];
  await advance(visit, idea);
  await join(idea, 'techtank', 'COORDINATOR');
  await join(idea, await makePartner(visit, other), 'BENEFICIARY');
  return { idea, other };
}

const consortium = (page: Page) => page.getByRole('region', { name: 'Konsortium' });
const told = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const undo = (page: Page, text: string) =>
  page.locator('.toast').filter({ hasText: text }).getByRole('button', { name: 'Ångra' }).click();

async function more(page: Page, partner: string, deed: string): Promise<void> {
  await consortium(page)
    .getByRole('button', { name: `Mer om ${partner}` })
    .click();
  await page.getByRole('menuitem', { name: deed }).click();
}

describe('a consortium', () => {
  it("is filled from an empty chair, which offers partners of its sector, with role and commitment in people's words", async () => {
    const idea = await makeIdea(visit);
    await advance(visit, idea);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(page).getByRole('button', { name: 'Saknas: Akademi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till partner i konsortiet' });
    await dialog.getByRole('combobox', { name: 'Partner', exact: true }).fill('tekniska');
    const offered = dialog.getByRole('listbox').getByRole('option');
    await offered.getByText('Blekinge Tekniska Högskola').waitFor();
    expect((await offered.allInnerTexts()).filter(text => !text.includes('Akademi'))).toEqual([]);
    await offered.getByText('Blekinge Tekniska Högskola').click();
    await dialog.getByLabel('Åtagande', { exact: true }).fill('2,5 mkr');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await told(page, 'Blekinge Tekniska Högskola är med i konsortiet.');
    expect(await members(idea)).toEqual([
      {
        role: 'BENEFICIARY',
        letterOfIntent: 'NONE',
        commitment: { amount: '2500000.00', currency: 'SEK' },
        partner: { name: 'Blekinge Tekniska Högskola' },
      },
    ]);
    await undo(page, 'är med i konsortiet');
    await told(page, 'Blekinge Tekniska Högskola är som förut.');
    expect(await members(idea)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('finds a partner whose name was written before the partners had come, of which there are more than a list has room for', async () => {
    const [idea, name] = [await makeIdea(visit), unique('Sent funnen')];
    await advance(visit, idea);
    await makePartner(visit, name);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const written = Promise.withResolvers<void>();
    await page.route('**/graphql', async route => {
      if (!/query PartnerChoices/.test(route.request().postData()!) || route.request().postData()!.includes('"text"'))
        return route.continue();
      const answer = await route.fetch();
      const { data } = await answer.json();
      await written.promise;
      data.partners.nodes = data.partners.nodes.filter((partner: { name: string }) => partner.name !== name);
      data.partners.totalCount = 1_000;
      return route.fulfill({ response: answer, json: { data } });
    });
    await consortium(page).getByRole('button', { name: 'Lägg till partner' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till partner i konsortiet' });
    await dialog.getByRole('combobox', { name: 'Partner', exact: true }).fill(name);
    written.resolve();
    await dialog.getByRole('option', { name }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('takes a partner whose name is written whole, in any letters, as it takes one that is chosen in the list', async () => {
    const [idea, name] = [await makeIdea(visit), unique('Skriven helt ut')];
    await advance(visit, idea);
    await makePartner(visit, name);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(page).getByRole('button', { name: 'Lägg till partner' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till partner i konsortiet' });
    const box = dialog.getByRole('combobox', { name: 'Partner', exact: true });
    await box.fill('skriven helt');
    await dialog.getByRole('option', { name }).waitFor();
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    expect(await box.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe('Välj i listan.');
    await box.fill(name.toLowerCase());
    await dialog.locator('input[type=hidden][name=partnerId]:not([value=""])').waitFor({ state: 'attached' });
    await box.press('Tab');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await told(page, `${name} är med i konsortiet.`);
    expect((await members(idea)).map(({ partner }) => partner.name)).toEqual([name]);
    expect(visit.complaints).toEqual([]);
  });

  it('has its letters of intent marked where it is told that they are missing, and unmarked again', async () => {
    const { idea, other } = await gathered();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const blocks = page.getByRole('region', { name: 'Det här återstår' });
    await blocks.getByRole('button', { name: `Markera som efterfrågad: ${other}` }).waitFor();
    // The second mark is made before the page has been read since the first.
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('query IdeaPage')) await page.waitForTimeout(1_000);
      await route.continue();
    });
    await blocks.getByRole('button', { name: `Markera som efterfrågad: ${other}` }).click();
    await told(page, `Avsiktsförklaringen från ${other} är efterfrågad.`);
    await blocks.getByRole('button', { name: `Markera som undertecknad: ${other}` }).click();
    await told(page, `Avsiktsförklaringen från ${other} är undertecknad.`);
    await blocks.getByRole('button', { name: `Markera som undertecknad: ${other}` }).waitFor({ state: 'detached' });
    expect((await members(idea)).find(({ partner }) => partner.name === other)?.letterOfIntent).toBe('SIGNED');
    await undo(page, 'är undertecknad');
    await blocks.getByRole('button', { name: `Markera som undertecknad: ${other}` }).waitFor();
    expect((await members(idea)).find(({ partner }) => partner.name === other)?.letterOfIntent).toBe('REQUESTED');
  });

  it('changes role and commitment, and says at the field what an amount would be', async () => {
    const { idea, other } = await gathered();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await more(page, other, 'Ändra roll, avsiktsförklaring eller åtagande …');
    const dialog = page.getByRole('dialog', { name: `${other} i konsortiet` });
    expect(await dialog.locator('[name=role] option[value=COORDINATOR]').count()).toBe(0);
    await dialog.getByLabel('Roll').selectOption('ASSOCIATED_PARTNER');
    await dialog.getByLabel('Åtagande', { exact: true }).fill('många miljoner');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.locator('.field-error').first().waitFor();
    await dialog.getByLabel('Åtagande', { exact: true }).fill('3 miljoner');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await told(page, `Sparat för ${other}.`);
    expect((await members(idea)).at(-1)).toMatchObject({
      role: 'ASSOCIATED_PARTNER',
      commitment: { amount: '3000000.00' },
    });
  });

  it('hands its coordination over, and back', async () => {
    const { idea, other } = await gathered();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await more(page, 'Techtank', 'Lämna över koordinatorskapet …');
    await page.getByRole('dialog').getByRole('button', { name: 'Utse' }).click();
    await told(page, `${other} är koordinator.`);
    expect(await members(idea)).toMatchObject([
      { role: 'COORDINATOR', partner: { name: other } },
      { role: 'BENEFICIARY', partner: { name: 'Techtank' } },
    ]);
    await undo(page, 'är koordinator');
    await told(page, `${other} är som förut.`);
    expect((await members(idea))[0]).toMatchObject({ role: 'COORDINATOR', partner: { name: 'Techtank' } });
  });

  it('lets a member go with a reason, after saying what that means', async () => {
    const { idea, other } = await gathered();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await more(page, other, 'Avsluta medverkan …');
    const dialog = page.getByRole('dialog', { name: `Avsluta medverkan för ${other}` });
    await dialog.getByText('Partnern lämnar konsortiet nu.').waitFor();
    await dialog.getByLabel('Skäl').fill('Byter inriktning.');
    await dialog.getByRole('button', { name: 'Avsluta medverkan' }).click();
    await told(page, `${other} har lämnat konsortiet.`);
    await page.getByRole('region', { name: 'Historik' }).getByText('Byter inriktning.').waitFor();
    expect(await members(idea)).toHaveLength(1);
    await undo(page, 'har lämnat konsortiet');
    await told(page, `${other} är som förut.`);
    expect(await members(idea)).toHaveLength(2);
  });

  it('offers nothing to those who may not, nor does the idea, and says who may', async () => {
    const { idea } = await gathered();
    const page = await visit.open(`/ideas/${idea.code}#add-member`);
    const blocks = page.getByRole('region', { name: 'Det här återstår' });
    await blocks.getByText('Det som saknas kan ordnas av Techtank, som äger idén, och Region Blekinge.').waitFor();
    expect(await consortium(page).getByRole('button').count()).toBe(0);
    expect(await blocks.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Redigera/ }).count()).toBe(0);
  });
});
