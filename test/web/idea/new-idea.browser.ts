import type { Page } from 'playwright-core';
import { makePartner, unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const WHAT = 'Fartyg som ligger i hamn värmer stadens hus med det som annars går rakt ut i havet.';

async function describeIdea(page: Page, title: string): Promise<void> {
  await page.getByLabel('Titel', { exact: false }).first().fill(title);
  await page.getByLabel('Sammanfattning: vad går idén ut på?').fill(WHAT);
  await page.getByLabel('Utmaning: varför behövs den?').fill('Värmen går förlorad.');
}

/** What the service keeps of the idea with the title. */
async function kept(title: string) {
  const { ideas } = await visit.ask<{ ideas: { nodes: object[] } }>(
    'query ($text: String) { ideas(first: 1, filter: { text: $text }) { nodes { visibility stage owner { slug } title(locale: EN) challenge } } }',
    { text: `"${title}"` },
  );
  return ideas.nodes[0];
}

describe('a new idea', () => {
  it('takes a title, what and why, in Swedish and if one likes in English, and continues on its own page', async () => {
    const title = unique('Spillvärme');
    const page = await visit.open('/?view=full', { as: 'partner' });
    await page.getByRole('link', { name: 'Ny idé' }).click();
    await page.getByText('Idén ägs av Techtank.').waitFor();
    await describeIdea(page, title);
    await page.getByText('På engelska').first().click();
    await page.getByLabel('Titel på engelska').fill(`${title} in English`);
    await page.getByLabel('Programmets partner').check();
    await page.getByRole('button', { name: 'Skapa idén' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page
      .getByRole('status')
      .getByText(/är skapad/)
      .waitFor();
    expect(await kept(title)).toEqual({
      visibility: 'PARTNERS',
      stage: 'CONCEPT',
      owner: { slug: 'techtank' },
      title: `${title} in English`,
      challenge: 'Värmen går förlorad.',
    });
    expect(visit.complaints).toEqual([]);
  });

  it('says at each field what is missing, and leads to the first', async () => {
    const page = await visit.open('/ideas/new', { as: 'partner' });
    await page.getByRole('button', { name: 'Skapa idén' }).click();
    expect(await page.locator('.field .field-error').count()).toBe(3);
    expect(await page.evaluate('document.activeElement.name')).toBe('title.sv');
  });

  it("is any partner's where an administrator begins it; its partner's page knows whose", async () => {
    const [name, title] = [unique('Ägarpartner'), unique('Regionens förslag')];
    const slug = await makePartner(visit, name);
    const page = await visit.open(`/partners/${slug}`, { as: 'admin' });
    await page.getByRole('link', { name: 'Ny idé' }).click();
    const owner = page.getByRole('combobox', { name: 'Ägare' });
    await owner.waitFor();
    expect(await owner.inputValue()).toBe(name);
    await describeIdea(page, title);
    await page.getByRole('button', { name: 'Skapa idén' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await kept(title)).toMatchObject({ owner: { slug }, visibility: 'CONSORTIUM' });
  });

  it('is offered only to those who may begin one', async () => {
    const stranger = await visit.open('/partners/techtank');
    await stranger.getByRole('heading', { level: 1, name: 'Techtank' }).waitFor();
    expect(await stranger.getByRole('link', { name: 'Ny idé' }).count()).toBe(0);
    const other = await visit.open(`/partners/${await makePartner(visit)}`, { as: 'partner' });
    await other.locator('.signed-in').first().waitFor();
    expect(await other.getByRole('link', { name: 'Ny idé' }).count()).toBe(0);
    const address = await visit.open('/ideas/new');
    await address.getByText('Idéer skapas av programmets partner').waitFor();
  });
});
