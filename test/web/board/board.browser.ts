import type { Page } from 'playwright-core';
import { makeIdea, makePartner, unique, whereIs, type MadeIdea } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const card = (page: Page, { code }: MadeIdea) => page.locator(`[data-code="${code}"]`);
const column = (page: Page, stage: string) => page.locator(`#${stage}`);
const found = ({ title }: MadeIdea) => `/?q=${encodeURIComponent(title)}`;
/** Near the top of the column, so that the browser needn't scroll in the middle of the drag. */
const TOP = { targetPosition: { x: 100, y: 60 } };

describe('the board', () => {
  it('shows an idea as a card in its stage, with its owner, focus area and readiness', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(found(idea));
    const shown = column(page, 'concept').locator(`[data-code="${idea.code}"]`);
    await shown.waitFor();
    expect(await shown.innerText()).toContain('Techtank');
    expect(await shown.innerText()).toContain('Digitalisering');
    expect(await shown.getByRole('img').getAttribute('aria-label')).toBe('3 av 3 krav för Konsortium uppfyllda');
    expect(visit.complaints).toEqual([]);
  });

  it('keeps its filters in the address, and search in it follows the typing', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open('/');
    await page.getByLabel('Fokusområde').selectOption('tech');
    await page.getByRole('searchbox').pressSequentially(idea.title, { delay: 5 });
    await page.waitForURL(url => url.searchParams.get('q') === idea.title && url.searchParams.get('area') === 'tech');
    await card(page, idea).waitFor();
    await page.reload();
    await card(page, idea).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(idea.title);
    await page.getByLabel('Fokusområde').selectOption('missions');
    await card(page, idea).waitFor({ state: 'detached' });
  });

  it.each([
    ['/?area=rymden&due=snart', 'Det finns inget fokusområde ”rymden”.', '.card'],
    ['/pipeline?objective=FRED', 'Det finns inget miljömål ”FRED”.', '.chart'],
    ['/calls?status=kanske', 'Det finns ingen status ”kanske”.', '.call-row'],
  ])('says of %s that there is no such thing, and shows the way back', async (address, said, shown) => {
    const page = await visit.open(address);
    await page.getByRole('alert').getByText(said).waitFor();
    expect(await page.locator(shown).count()).toBe(0);
    await page.getByRole('button', { name: 'Visa utan filtret' }).click();
    await page.locator(shown).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(visit.complaints).toEqual([]);
  });

  it('narrows to any partner, also one that the list of choices has no room for', async () => {
    // After all others in the order of their names.
    const made = Array.from({ length: 100 }, () => unique('Öpartner')).sort();
    const slugs = await Promise.all(made.map(name => makePartner(visit, name)));
    for (const path of ['/', '/pipeline']) {
      const page = await visit.open(`${path}?partner=${slugs.at(-1)}`);
      await page.locator('option:checked', { hasText: made.at(-1)! }).waitFor({ state: 'attached' });
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });

  it('says so in English too', async () => {
    const page = await visit.open('/?partner=nobody', { language: 'en' });
    await page.getByRole('alert').getByText('There is no partner “nobody”.').waitFor();
  });

  it('explains what is missing when the gate is not met, and leaves the card where it was', async () => {
    const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
    const page = await visit.open(found(idea), { as: 'partner' });
    await card(page, idea).dragTo(column(page, 'consortium'), TOP);
    const dialog = page.getByRole('dialog', { name: 'Alla krav för Konsortium är inte uppfyllda än' });
    await dialog.waitFor();
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Miljömål')]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await column(page, 'concept').locator(`[data-code="${idea.code}"]`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ stage: 'CONCEPT' });
  });

  it('moves a card that is dragged to the next stage, and asks for a reason before it goes back', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(found(idea), { as: 'partner' });
    await card(page, idea).dragTo(column(page, 'consortium'), TOP);
    await column(page, 'consortium').locator(`[data-code="${idea.code}"]`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ stage: 'CONSORTIUM' });
    await card(page, idea).dragTo(column(page, 'concept'), TOP);
    await page.getByLabel('Skäl').fill('Behovet behöver beskrivas bättre.');
    await page.getByRole('dialog').getByRole('button', { name: 'Gå tillbaka' }).click();
    await column(page, 'concept').locator(`[data-code="${idea.code}"]`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ stage: 'CONCEPT' });
  });

  it('offers no moves to those who may only look', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(found(idea));
    await card(page, idea).waitFor();
    expect(await card(page, idea).getAttribute('draggable')).toBe('false');
    expect(await card(page, idea).getByRole('button').count()).toBe(0);
  });
});
