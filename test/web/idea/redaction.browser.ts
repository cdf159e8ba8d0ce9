import { makeIdea } from '../support/make.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('what must go from the log', () => {
  it('is found by its text and taken out for good, and the history says that it is gone', async () => {
    const idea = await makeIdea(visit);
    const PAUSE = 'mutation ($input: IdeaStateInput!) { pauseIdea(input: $input) { userErrors { code } } }';
    await visit.ask(PAUSE, { input: { id: idea.id, reason: 'Anna-Lisa Ek är sjuk.' } });
    const page = await visit.open('/activity', { as: 'admin' });
    await page.getByLabel('Text i loggen').fill('anna-lisa ek');
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    const found = page.getByRole('region', { name: 'Händelser' });
    await found.getByText('Anna-Lisa Ek är sjuk.').waitFor();
    await found.getByRole('button', { name: /^Ta bort uppgifter/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Ta bort uppgifter ur loggen' });
    await dialog.getByText('Det går inte att ångra.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByLabel('Skäl: Anna-Lisa Ek är sjuk.').check();
    await dialog.getByLabel('Grund').fill('Artikel 17, begäran 12/2026');
    await dialog.getByRole('button', { name: 'Ta bort uppgifter ur loggen' }).click();
    await found.getByText('Inget i loggen innehåller det.').waitFor();
    await page.goto(`${visit.service.url}/ideas/${idea.code}`);
    const history = page.getByRole('region', { name: 'Historik' });
    await history.getByText('Borttaget: Skäl').waitFor();
    expect(await history.getByText('Anna-Lisa').count()).toBe(0);
    const partner = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await partner.getByText('Borttaget: Skäl').waitFor();
    expect(await partner.getByRole('button', { name: /^Ta bort uppgifter/ }).count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });
});
