import { makeIdea, whereIs } from './support/make.js';
import { axeViolations, Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('the palette', () => {
  it('goes to an idea by its code, from any page', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open('/calls');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(idea.code);
    await page.getByRole('option', { name: idea.title }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/ideas/${idea.code}`);
    await page.getByRole('heading', { level: 1, name: idea.title }).waitFor();
  });

  it('does what the page allows, and nothing that it does not', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin' });
    await page.getByRole('button', { name: 'Pausa' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('pausa');
    await page.getByRole('option', { name: 'Pausa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Skäl').fill('Väntar på besked');
    await page.getByRole('dialog').getByRole('button', { name: 'Pausa idén' }).click();
    await page.locator('.toasts').getByText(`${idea.code} är ändrad.`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ state: 'PAUSED' });
    const reader = await visit.open(`/ideas/${idea.code}`);
    await reader.keyboard.press('Control+k');
    await reader.keyboard.type('pausa');
    await reader.getByText('Inget hittades.').waitFor();
    expect(await reader.getByRole('option', { name: 'Pausa' }).count()).toBe(0);
  });

  it('is found by hand too, says when nothing is found, and closes on Escape', async () => {
    const page = await visit.open('/');
    const button = page.getByRole('button', { name: 'Sök eller gör något' });
    await button.click();
    await page.getByRole('combobox', { name: 'Sök eller gör något' }).fill('qqqxxz');
    await page.getByText('Inget hittades.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await button.evaluate(one => one === document.activeElement)).toBe(true);
  });

  it('has nothing that axe finds, nor has the list of keys, in both themes', async () => {
    const page = await visit.open('/', { language: 'en' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
});

describe('keys', () => {
  it('/ goes to the search of the page, and is a letter where one writes', async () => {
    const page = await visit.open('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('a/b?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b?');
  });

  it('without Ctrl can be turned off, and stay so', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('?');
    await page.getByLabel('Använd / och ? som genvägar').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Sök eller gör något' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
  });
});
