import type { Page } from 'playwright-core';
import { advance, makeIdea, partnerId, type MadeIdea } from '../support/make.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

/** What an address opens: each form in its place, and each dialog. */
const OPENED = [
  ...['title', 'summary', 'challenge', 'focus-areas', 'objectives', 'missions', 'trl', 'visibility'],
  ...['add-member', 'coordinator'],
];

let visit: Visit;
let idea: MadeIdea;
beforeAll(async () => {
  visit = await Visit.begin();
  idea = await makeIdea(visit);
  await advance(visit, idea);
  const input = { ideaId: idea.id, partnerId: await partnerId(visit, 'techtank'), role: 'BENEFICIARY' };
  await visit.ask('mutation ($input: AddMemberInput!) { addMember(input: $input) { userErrors { message } } }', {
    input,
  });
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Goes to another part of the page without leaving it. */
async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', '#${hash}')`);
  await page.locator('.in-place form, dialog[open] form').first().waitFor();
}

describe.each(LOOKS)('in $theme and $language', looks => {
  it('nothing that is opened on an idea gives axe anything to complain of, nor does a phone scroll sideways', async () => {
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin', ...looks });
    await page.locator('.pen').first().waitFor();
    for (const hash of OPENED) {
      await open(page, hash);
      expect([hash, ...(await axeViolations(page))]).toEqual([hash]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect([hash, await page.evaluate('document.documentElement.scrollWidth <= 320')]).toEqual([hash, true]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.keyboard.press('Escape');
      await page.locator('.in-place, dialog[open]').first().waitFor({ state: 'detached' });
    }
  });

  it('nor does a new idea, with its faults', async () => {
    const page = await visit.open('/ideas/new', { as: 'admin', ...looks });
    await page.locator('form [type=submit]').click();
    await page.locator('.field .field-error').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** What axe complains of in what stands open, in both themes. */
async function complaints(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeViolations(page)));
  }
  return found;
}

describe('nor does what is opened by a deed', () => {
  it('on a member: its change, and its end', async () => {
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin' });
    for (const deed of ['Ändra roll, avsiktsförklaring eller åtagande …', 'Avsluta medverkan …']) {
      await page.getByRole('button', { name: 'Mer om Techtank' }).click();
      await page.getByRole('menuitem', { name: deed }).click();
      await page.getByRole('dialog').waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('where two have written of the same', async () => {
    const page = await visit.open(`/ideas/${idea.code}#challenge`, { as: 'admin' });
    await page.locator('.in-place textarea').first().fill('Så här ser vi det.');
    const input = { id: idea.id, challenge: { sv: 'Så här ser andra det.' } };
    await visit.ask('mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }', {
      input,
    });
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.locator('.clash').waitFor();
    expect(await complaints(page)).toEqual([]);
  });

  it('on signing out everywhere, nor a secret that is shown once', async () => {
    const page = await visit.open('/account', { as: 'partner' });
    await page.getByRole('button', { name: 'Logga ut överallt' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await complaints(page)).toEqual([]);
    const keys = await visit.open('/keys', { as: 'partner' });
    await keys
      .getByRole('button', { name: /prenumerationsnyckel/i })
      .first()
      .click();
    await keys.getByRole('dialog').locator('[name=name]').fill('Kalendern i prov');
    await keys.getByRole('dialog').locator('.main-deed').click();
    await keys.getByText('Den visas bara nu.').waitFor();
    expect(await complaints(keys)).toEqual([]);
    keys.on('dialog', dialog => void dialog.accept());
  });
});
