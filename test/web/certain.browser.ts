import type { Page, Route } from 'playwright-core';
import { makeIdea, unique, type MadeIdea } from './support/make.js';
import { axeViolations, Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** What becomes of a change on its way: its answer is lost, it never arrives, a proxy refuses it, or all is well. */
type Fate = 'ANSWER_LOST' | 'NEVER_ARRIVES' | 413 | 'ARRIVES';

const suffer: Record<string, (route: Route) => Promise<void>> = {
  ANSWER_LOST: async route => {
    await route.fetch();
    await route.abort('connectionreset');
  },
  NEVER_ARRIVES: route => route.abort('connectionrefused'),
  ARRIVES: route => route.continue(),
};

/** Lets the changes that a page sends suffer these fates, the last one for all further; the keys that they carried. */
async function onTheirWay(page: Page, fates: Fate[]): Promise<string[]> {
  const keys: string[] = [];
  await page.route('**/graphql', async route => {
    const { query = '' } = (route.request().postDataJSON() ?? {}) as { query?: string };
    if (!/^\s*mutation/m.test(query)) return route.continue();
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    const fate = fates.length > 1 ? fates.shift()! : fates[0]!;
    if (typeof fate === 'number') return route.fulfill({ status: fate, contentType: 'text/html', body: 'Bad gateway' });
    return suffer[fate]!(route);
  });
  return keys;
}

/** Milliseconds after which the page has asked as often as it does by itself. */
const DONE_BY_THEN = 30_000;

async function advance(page: Page, { code }: MadeIdea): Promise<void> {
  await page
    .locator(`[data-code="${code}"]`)
    .getByRole('button', { name: `Flytta ${code} …` })
    .click();
  await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).click();
}

/** Every step that was taken. */
async function stepsOf({ id }: MadeIdea): Promise<string[]> {
  const { idea } = await visit.ask<{ idea: { transitions: { to: string }[] } }>(
    'query ($id: ID) { idea(id: $id) { transitions { to } } }',
    { id },
  );
  return idea.transitions.map(({ to }) => to).sort();
}

const inConsortium = (page: Page, { code }: MadeIdea) => page.locator('#consortium').locator(`[data-code="${code}"]`);
const doubt = (page: Page) => page.getByRole('dialog', { name: 'Vi vet inte om ändringen gick igenom' });
const findOut = (page: Page) => doubt(page).getByRole('button', { name: 'Ta reda på vad som hände' });
const toldAsMade = (page: Page, { code }: MadeIdea) => page.getByText(`${code} är nu i Konsortium.`);

describe('a change whose answer is lost', () => {
  it('is asked for again with the same key, made once, and told as made', async () => {
    const fates: Fate[] = ['NEVER_ARRIVES', 'ANSWER_LOST', 'ARRIVES'];
    const tries = fates.length;
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    const keys = await onTheirWay(page, fates);
    await advance(page, idea);
    await inConsortium(page, idea).waitFor();
    await toldAsMade(page, idea).waitFor({ state: 'attached' });
    expect(keys).toHaveLength(tries);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(await stepsOf(idea)).toEqual(['CONCEPT', 'CONSORTIUM']);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('for good is told as unknown though it was made, and found out when one wants to know', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    const keys = await onTheirWay(page, ['ANSWER_LOST']);
    await advance(page, idea);
    await findOut(page).waitFor({ timeout: DONE_BY_THEN });
    expect(await doubt(page).innerText()).toContain('Den kan vara sparad.');
    expect(await page.getByText(/ingenting är|inget är ändrat/i).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(await stepsOf(idea)).toEqual(['CONCEPT', 'CONSORTIUM']);
    expect(await toldAsMade(page, idea).count()).toBe(0);

    const before = keys.length;
    await page.unroute('**/graphql');
    keys.push(...(await onTheirWay(page, ['ARRIVES'])));
    const asked = page.waitForRequest(request => Boolean(request.headers()['idempotency-key']));
    await findOut(page).click();
    expect((await asked).headers()['idempotency-key']).toBe(keys[0]);
    await doubt(page).waitFor({ state: 'detached' });
    await inConsortium(page, idea).waitFor();
    await toldAsMade(page, idea).waitFor({ state: 'attached' });
    expect(await stepsOf(idea)).toEqual(['CONCEPT', 'CONSORTIUM']);
    expect(before).toBe(4);
  });

  it('can be left unknown, and the page then says to look before it is made again', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    await onTheirWay(page, ['NEVER_ARRIVES']);
    await advance(page, idea);
    await findOut(page).waitFor({ timeout: DONE_BY_THEN });
    await doubt(page).getByRole('button', { name: 'Stäng' }).last().click();
    await doubt(page).waitFor({ state: 'detached' });
    const left = page.getByRole('alert').filter({ hasText: 'Vi vet inte om ändringen gick igenom.' });
    await left.getByText('se efter innan du gör om den').waitFor();
  });

  it('need not be waited for: left while it is asked for, it is told as unknown at once', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    const keys = await onTheirWay(page, ['NEVER_ARRIVES']);
    await advance(page, idea);
    await doubt(page).getByText('Frågar tjänsten igen …').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText('se efter innan du gör om den').waitFor();
    expect(keys.length).toBeLessThan(4);
  });

  it('is told in English too, and a token that was made is shown once it is found out', async () => {
    const page = await visit.open('/calls', { as: 'admin', language: 'en' });
    await onTheirWay(page, ['ANSWER_LOST']);
    await page.getByRole('button', { name: 'Subscribe to the calendar' }).click();
    await page.getByRole('button', { name: 'Make an address' }).click();
    const dialog = page.getByRole('dialog', { name: 'We do not know whether the change went through' });
    const find = dialog.getByRole('button', { name: 'Find out what happened' });
    await find.waitFor({ timeout: DONE_BY_THEN });
    await page.unroute('**/graphql');
    await find.click();
    const address = await page.getByLabel('Address to subscribe to').inputValue();
    expect((await fetch(address)).status).toBe(200);
  });
});

describe('a change that the service refuses unread', () => {
  it('says so where a proxy refuses it in its place', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    const keys = await onTheirWay(page, [413]);
    await advance(page, idea);
    await page.getByRole('alert').getByText('Tjänsten tog inte emot ändringen.').waitFor();
    expect(keys).toHaveLength(1);
    expect(await stepsOf(idea)).toEqual(['CONCEPT']);
  });

  it('is told with the words of the service, is not asked for again, and nothing is claimed to be unknown', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${idea.code}`, { as: 'partner' });
    const message = unique('För många frågor');
    let tries = 0;
    await page.route('**/graphql', route => {
      if (!/mutation/.test(route.request().postData() ?? '')) return route.continue();
      tries += 1;
      const errors = [{ message, extensions: { code: 'RATE_LIMITED' } }];
      return route.fulfill({ status: 429, json: { errors } });
    });
    await advance(page, idea);
    await page.getByRole('alert').getByText(message).waitFor();
    expect(tries).toBe(1);
    expect(await doubt(page).count()).toBe(0);
    expect(await stepsOf(idea)).toEqual(['CONCEPT']);
  });
});
