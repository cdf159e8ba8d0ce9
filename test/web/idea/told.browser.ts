import { makeIdea } from '../support/make.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('how an idea goes', () => {
  it('is told on its page, with what comes next, and shows on the board where it does not go as planned', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const room = page.getByRole('region', { name: 'Så går det' });
    await room.getByRole('button', { name: 'Skriv lägesrapport' }).click();
    const dialog = page.getByRole('dialog', { name: 'Skriv lägesrapport' });
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Publicera' }).click();
    await dialog.locator('.field-error').first().waitFor();
    await dialog.getByLabel('Så går det').selectOption('AT_RISK');
    await dialog.getByLabel('Vad har hänt, och vad står i vägen?').fill('Tillståndet dröjer.');
    await dialog.getByRole('textbox', { name: 'Nästa steg', exact: true }).fill('Möte med länsstyrelsen.');
    await dialog.getByLabel('Klart senast').fill('2126-01-15');
    await dialog.getByRole('button', { name: 'Publicera' }).click();
    await room.getByText('Tillståndet dröjer.').waitFor();
    await room.getByText('(senast 15 januari 2126)').waitFor();
    await page.goto(`${visit.service.url}/?q=${encodeURIComponent(idea.title)}`);
    await page.locator('.card').filter({ hasText: idea.code }).getByText('Vissa risker').waitFor();
    const outside = await visit.open(`/ideas/${idea.code}`);
    expect(await outside.getByText('Så går det').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });
});

describe('documents', () => {
  it('are linked to where they lie, removed, and brought back', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const room = page.getByRole('region', { name: 'Dokument' });
    await room.getByRole('button', { name: 'Länka ett dokument' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Vad det heter').fill('Tidplan');
    await dialog.getByLabel('Adress').fill('dokument.example/plan');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await dialog.locator('.field-error').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByLabel('Adress').fill('https://dokument.example/plan');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    const link = room.getByRole('link', { name: 'Tidplan' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://dokument.example/plan');
    await room.getByRole('button', { name: 'Ta bort länken till ”Tidplan”' }).click();
    await link.waitFor({ state: 'detached' });
    await page.locator('.toast').filter({ hasText: 'är borttagen' }).getByRole('button', { name: 'Ångra' }).click();
    await link.waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
