import type { Page } from 'playwright-core';
import { makeProject, projectOf } from '../support/make-project.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const project = (page: Page) => page.getByRole('region', { name: 'Projektet', exact: true });
const told = (page: Page, text: string | RegExp) => page.getByRole('status', { name: 'Meddelanden' }).getByText(text);
const deed = (page: Page, name: string | RegExp) => project(page).getByRole('button', { name });
const row = (page: Page, name: string) => project(page).getByRole('group', { name, exact: true });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const year = new Date().getUTCFullYear();

describe('a project under way is amended in the browser', () => {
  it('in one form for one reason, and shows what was planned first beside what is planned now', async () => {
    const idea = await makeProject(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Ändra projektet').click();
    await page.getByLabel(/^Slutdag/).fill(`${year + 5}-12-31`);
    await row(page, 'Milstolpe 2')
      .getByLabel('Ska nås senast')
      .fill(`${year + 3}-07-10`);
    await deed(page, 'Ta bort milstolpe 1').click();
    await deed(page, 'Lägg till resultat').click();
    await row(page, 'Resultat 2').getByLabel('Namn på svenska').fill('En handbok');
    await deed(page, 'Spara ändringen').click();
    expect(await page.locator('.field-error').first().innerText()).toBe('Fyll i skäl.');
    await page.getByLabel('Skäl').fill('Varvet levererar senare.');
    await page.getByLabel(/^Finansiärens ändringsbeslut/).fill('ÄB-17');
    await deed(page, 'Spara ändringen').click();
    await told(page, 'Projektet är ändrat.').waitFor();

    const { milestones, outcomes, endsOn, revisions } = (await projectOf(visit, idea))!;
    expect(endsOn).toBe(`${year + 5}-12-31`);
    expect(milestones).toMatchObject([
      { id: idea.milestones[0], droppedAt: expect.any(String) },
      { id: idea.milestones[1], slipDays: 10, droppedAt: null },
    ]);
    expect(outcomes).toHaveLength(2);
    expect(revisions).toEqual([{ reason: 'Varvet levererar senare.', reference: 'ÄB-17' }]);

    await project(page).getByText('Först planerat', { exact: true }).waitFor();
    await project(page)
      .getByText(/^10 dagar senare än först planerat/)
      .waitFor();
    await project(page)
      .getByText(/^struken ur planen/)
      .waitFor();
    await project(page).getByText('Ändringar (1)').click();
    await project(page)
      .getByText(/Finansiärens beslut: ÄB-17/)
      .waitFor();
    expect(await project(page).locator('svg .slip').count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('for longer than the programme’s projects last by an administrator alone', async () => {
    const idea = await makeProject(visit);
    const page = await visit.open(`/ideas/${idea.code}#revise`, { as: 'partner' });
    await page.getByLabel(/^Slutdag/).fill(`${year + 20}-12-31`);
    await page.getByLabel('Skäl').fill('Längre drift.');
    await project(page).getByText('Ett projekt ska vara 5–10 år.', { exact: true }).waitFor();
    expect(await page.getByLabel('Medge undantag från projekttiden').count()).toBe(0);
    await deed(page, 'Spara ändringen').click();
    await page.getByText(/ett projekt ska vara 5–10 år/).waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('endsOn');
    expect((await projectOf(visit, idea))!.revisions).toEqual([]);

    const admin = await visit.open(`/ideas/${idea.code}#revise`, { as: 'admin' });
    await admin.getByLabel(/^Slutdag/).fill(`${year + 20}-12-31`);
    await admin.getByLabel('Skäl').fill('Längre drift.');
    await admin.getByLabel('Medge undantag från projekttiden').check();
    await deed(admin, 'Spara ändringen').click();
    await told(admin, 'Projektet är ändrat.').waitFor();
  });

  it('where something was recorded by mistake: a milestone is opened again and a measurement corrected', async () => {
    const idea = await makeProject(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, /^Markera som nådd … Prov/).click();
    await inDialog(page, 'Markera som nådd').click();
    await deed(page, /^Öppna igen … Prov/).click();
    await page.getByLabel('Skäl').fill('Fel milstolpe.');
    await inDialog(page, 'Öppna milstolpen igen').click();
    await told(page, 'Milstolpen ”Provanläggningen är igång” är öppen igen.').waitFor();
    await deed(page, /^Markera som nådd … Prov/).waitFor();

    await deed(page, /^Registrera mätvärde/).click();
    await page.getByRole('dialog').getByLabel('Värde (företag)').fill('245');
    await inDialog(page, 'Registrera mätvärde').click();
    await project(page).getByText('Mätvärden (1)').click();
    await deed(page, /^Rätta …/).click();
    await page.getByRole('dialog').getByLabel('Värde (företag)').fill('24,5');
    await page.getByLabel('Skäl').fill('Kommat saknades.');
    await inDialog(page, 'Rätta mätvärdet').click();
    await told(page, 'Mätvärdet för RCO 10 är rättat.').waitFor();
    const { indicators, milestones } = (await projectOf(visit, idea))!;
    expect(indicators[0]!.measurements).toMatchObject([{ value: '24.5' }]);
    expect(milestones[0]!.completedOn).toBeNull();

    await deed(page, /^Rätta …/).click();
    await page.getByLabel('Det fanns inget mätvärde den dagen').check();
    await page.getByLabel('Skäl').fill('Det var ett annat projekt.');
    expect(await axeViolations(page)).toEqual([]);
    await inDialog(page, 'Rätta mätvärdet').click();
    await project(page).getByText('Inget mätvärde än').first().waitFor();
  });
});
