import type { Page } from 'playwright-core';
import { choose, hasFocus, press, walkTo, write } from './support/keyboard.js';
import { makeIdea, unique, whereIs } from './support/make.js';
import { Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

describe('without a mouse one', () => {
  it('signs in, finds an idea, is told what its gate asks for, and waives it', async () => {
    const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
    const page = await visit.open('/');
    await press(page, button(page, 'Logga in'));
    await write(page, page.getByLabel('API-nyckel eller åtkomstbevis'), visit.service.keys.admin);
    await page.keyboard.press('Enter');
    await page.locator('.viewer').waitFor();
    // Whoever signs in on the front page is led to what waits for them.
    await page.waitForURL('**/agenda');
    await press(page, page.getByRole('link', { name: 'Tavla', exact: true }));

    await write(page, page.getByRole('searchbox', { name: 'Sök idéer' }), idea.title);
    await choose(page, page.getByLabel('Fokusområde'), 'Tech');
    await page.waitForURL(/area=tech/);
    await press(page, button(page, `Flytta ${idea.code} …`));
    await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog', { name: 'Alla krav för Konsortium är inte uppfyllda än' });
    await press(page, dialog.getByText('Medge undantag', { exact: true }));
    await walkTo(page, dialog.getByRole('checkbox'));
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(false);
    await dialog.getByText('Välj minst ett krav som ska passera.').waitFor();
    await page.keyboard.press('Space');
    await write(page, dialog.getByLabel('Skäl'), 'Målet väljs av konsortiet.');
    await press(page, dialog.getByRole('button', { name: 'Gå vidare med undantag' }));
    await page.locator('#consortium').locator(`[data-code="${idea.code}"]`).waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ stage: 'CONSORTIUM' });
    await press(page, button(page, 'Rensa filter'));
    await page.waitForURL(url => url.search === '');
  });

  it('pauses an idea on its page, and gets the focus back where the dialog was opened', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await press(page, button(page, 'Pausa …'));
    await page.keyboard.press('Escape');
    expect(await hasFocus(page, button(page, 'Pausa …'))).toBe(true);
    await page.keyboard.press('Enter');
    await write(page, page.getByLabel('Skäl'), 'Väntar på besked.');
    await press(page, button(page, 'Pausa idén'));
    await button(page, 'Återuppta …').waitFor();
    expect(await whereIs(visit, idea)).toMatchObject({ state: 'PAUSED' });
  });

  it("reads a chart's months, its table and its file", async () => {
    const page = await visit.open('/pipeline');
    const figure = page.getByRole('figure', { name: 'Stegen över tid' });
    const month = figure.locator('.legend strong');
    const newest = await month.innerText();
    await press(page, figure.getByRole('img'), 'ArrowLeft');
    expect(await month.innerText()).not.toBe(newest);
    await page.keyboard.press('Shift+Tab');
    const file = page.waitForEvent('download');
    await press(page, figure.getByRole('button', { name: 'CSV' }));
    expect((await file).suggestedFilename()).toBe('stages-over-time.csv');
    await page.keyboard.press('Shift+Tab');
    await press(page, figure.getByRole('button', { name: 'tabell' }), 'Space');
    await figure.getByRole('table').waitFor();
  });

  it('turns the calendar, follows a day to what closes on it, and opens the call', async () => {
    const page = await visit.open('/calls');
    await press(page, button(page, 'Nästa månad'));
    await page.waitForURL(/month=/);
    const day = page.getByRole('table').getByRole('link').first();
    const closing = (await day.getAttribute('href'))!;
    await press(page, day);
    await page.waitForURL(url => url.hash === closing);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Idéer som passar' }).waitFor();
  });

  it('adds a call, and imports another after trying it', async () => {
    const title = unique('Tangentutlysning');
    const identifier = title.toUpperCase().replace(/\W+/g, '-');
    const page = await visit.open('/calls', { as: 'admin' });
    await press(page, link(page, 'Lägg till utlysning'));
    await write(page, page.getByLabel('Beteckning'), identifier);
    await write(page, page.getByLabel('Titel på svenska'), title);
    await write(page, page.getByRole('textbox', { name: 'Program', exact: true }), 'Provprogrammet');
    await write(page, page.getByLabel('Finansiär'), 'Provfinansiären');
    await choose(page, page.getByLabel('Ansökningsförfarande', { exact: true }), 'L');
    await press(page, button(page, 'Ta bort sista ansökningsdag 1'));
    await press(page, page.getByLabel('Övergång till en cirkulär ekonomi'), 'Space');
    await press(page, button(page, 'Spara'));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await press(page, link(page, 'Utlysningar'));
    await press(page, link(page, 'Importera'));
    await choose(page, page.getByLabel('Format'), 'CSV');
    const csv = `identifier,title,programme,funder,deadline\n${identifier}-2,${title} igen,P,F,2040-01-31T15:00:00Z\n`;
    await write(page, page.getByLabel('Innehåll'), csv);
    await press(page, button(page, 'Prova'));
    await page.getByRole('region', { name: 'Så skulle det bli' }).waitFor();
    await press(page, button(page, 'Importera på riktigt'));
    await page.getByRole('region', { name: 'Importerat' }).waitFor();
    await press(page, link(page, `${title} igen`));
    await page.getByRole('heading', { level: 1, name: `${title} igen` }).waitFor();
  });

  it('changes language and theme, and signs out', async () => {
    const page = await visit.open('/partners', { as: 'partner' });
    await press(page, button(page, 'English'));
    await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor();
    await press(page, button(page, 'Theme: as the system'));
    await press(page, button(page, 'Theme: light'));
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await press(page, button(page, /Signed in as/));
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await button(page, 'Sign in').waitFor();
  });
});
