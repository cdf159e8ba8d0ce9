import type { Locator, Page } from 'playwright-core';
import { advance, makeIdea, makeLacking, type MadeIdea } from '../support/make.js';
import { until, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const blocksOf = (page: Page) => page.getByRole('region', { name: 'Det här återstår' });

/** Where a page stands once something was opened on it: on a field of it, which one sees. */
const AT_A_FIELD = `(() => {
  const it = document.activeElement;
  const { top, bottom } = it.getBoundingClientRect();
  return it.matches('input, textarea, select') && top >= 0 && bottom <= innerHeight;
})()`;

const lacking = (stages: number) => () => makeLacking(visit, stages);

async function consortium(): Promise<MadeIdea> {
  const idea = await makeIdea(visit);
  await advance(visit, idea);
  return idea;
}

describe.each([1280, 390])('on a page %s wide', width => {
  it.each([
    ['a concept', lacking(0), ['Beskriv idén', 'Välj fokusområde', 'Välj miljömål']],
    ['a consortium', consortium, ['Lägg till partner', /^Starta ansökan till/]],
    ['an application', lacking(2), ['Planera milstolpar']],
  ])('what a remedy of %s opens is in view, with the focus on its first field', async (_, make, remedies) => {
    const idea = await make();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin', width });
    for (const remedy of remedies) {
      await blocksOf(page).getByRole('link', { name: remedy, exact: true }).first().click();
      await until(page, AT_A_FIELD);
      await page.keyboard.press('Escape');
      await page.locator('.in-place, dialog[open]').first().waitFor({ state: 'detached' });
    }
  });
});

describe("the gate's dialog", () => {
  it('leads from the board to what is missing, open on its page', async () => {
    const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
    const page = await visit.open(`/?q=${encodeURIComponent(idea.title)}`, { as: 'partner' });
    await button(page, `Flytta ${idea.code} …`).click();
    await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Välj miljömål' }).click();
    await page.waitForURL(url => url.pathname === `/ideas/${idea.code}`);
    await page.locator('[name=environmentalObjectives]:focus').waitFor();
  });

  it('leads from the page to the part of it, and each part that is missing has a way', async () => {
    const idea = await makeIdea(visit);
    await advance(visit, idea);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await button(page, 'Gå vidare till Ansökan').click();
    const dialog = page.getByRole('dialog');
    const rows = dialog.getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(6);
    expect(await rows.getByRole('link').count()).toBe(6);
    await dialog.getByRole('link', { name: 'Markera avsiktsförklaringar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('#letters:focus').waitFor();
  });
});
