import type { Page } from 'playwright-core';
import { FEED_TOKEN } from '../../support/make/keys.js';
import { makeKey, makeLacking } from '../support/make.js';
import { axeViolations, Visit } from '../support/visit.js';

let shared: Visit;
let visit: Visit;
beforeAll(async () => {
  shared = await Visit.begin();
  // Keys of these stories alone: they end all sign-ins of theirs.
  const partner = await makeKey(shared, { name: 'Techtank (prov)', role: 'PARTNER', partner: 'techtank' });
  const admin = await makeKey(shared, { name: 'Regionen (prov)', role: 'ADMIN' });
  visit = await Visit.begin({ ...shared.service, keys: { ...shared.service.keys, partner, admin } });
});
afterEach(() => visit.leave());
afterAll(() => Promise.all([visit.end(), shared.end()]));

const KEY = 'API-nyckel eller åtkomstbevis';
const KEPT = `JSON.stringify([{ ...localStorage }, { ...sessionStorage }])`;

/** Opens the dialog and gives it a key. */
async function give(page: Page, key: string, { keep = false } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByLabel(KEY).fill(key);
  if (keep) await page.getByLabel('Kom ihåg mig på den här enheten').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Logga in' }).click();
}

const shown = (page: Page) => page.locator('.viewer', { hasText: 'Techtank' });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Inloggad som/ }).click();
  await page.getByRole('menuitem', { name: 'Logga ut' }).click();
}

/** Ends all sessions of the partner, as from another place. */
const endElsewhere = () => visit.ask('mutation { endAllSessions { endedCount } }', {}, 'partner');

it('signing out of what only those signed in may see leads to the board, and says why', async () => {
  const { code } = await makeLacking(visit);
  const page = await visit.open(`/ideas/${code}`, { as: 'partner' });
  await signOut(page);
  await page.getByText('Sidan du var på visas bara för inloggade. Här är tavlan i stället.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Idéernas väg' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

describe('signing in', () => {
  it('takes a key, which no script can read, says whose it is, and lasts through a reload and in a new tab', async () => {
    const page = await visit.open('/');
    await give(page, visit.service.keys.partner);
    await shown(page).waitFor();
    expect(await page.evaluate(KEPT)).not.toContain('ks3_');
    expect(await page.evaluate('document.cookie')).toMatch(/^ks3_signed_in=[\w-]{16}$/);
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === 'ks3_session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });
    await page.reload();
    await shown(page).waitFor();
    const another = await page.context().newPage();
    await another.goto(visit.service.url);
    await shown(another).waitFor();
  });

  it('can be remembered on the device, until signing out', async () => {
    const page = await visit.open('/');
    await give(page, visit.service.keys.partner, { keep: true });
    await shown(page).waitFor();
    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'ks3_session');
    expect(Math.round((session!.expires - Date.now() / 1000) / 86_400)).toBe(30);
    await signOut(page);
    await page.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });

  it('in one tab signs the others in, and out', async () => {
    const page = await visit.open('/');
    const another = await page.context().newPage();
    await another.goto(`${visit.service.url}/partners`);
    await give(page, visit.service.keys.partner);
    await shown(another).waitFor();
    await signOut(another);
    await page.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
    await another.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
  });

  it('as somebody else in one tab makes the others theirs', async () => {
    const page = await visit.open('/', { as: 'partner' });
    await shown(page).waitFor();
    await visit.signIn(page.context(), 'admin');
    // Nobody has told this tab; it finds out before it asks for anything.
    await page.getByRole('link', { name: 'Partner', exact: true }).click();
    await page.locator('.viewer', { hasText: 'administratör' }).waitFor();
  });

  it('offers no organisation where none is trusted, signs nobody in by an unknown key, and gives the focus back when left', async () => {
    const page = await visit.open('/');
    const asked = page.waitForResponse('**/sign-in.json');
    await give(page, 'ks3_no_such_key');
    expect(await (await asked).json()).toEqual({ oidc: null, rememberedDays: 30 });
    expect(await page.getByRole('button', { name: /organisation/ }).count()).toBe(0);
    await page.getByText('Nyckeln är inte känd').waitFor();
    expect(await page.getByLabel(KEY).getAttribute('aria-invalid')).toBe('true');
    expect(await page.context().cookies()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Logga in');
  });

  it('says of a feed token that it is one, in English too', async () => {
    const page = await visit.open('/', { language: 'en' });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('API key or access token').fill(FEED_TOKEN);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This is a feed token').waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('a sign-in that has ended', () => {
  const again = (page: Page) => page.getByRole('dialog', { name: 'Du är inte längre inloggad' });

  it('says so by itself within seconds, over the page as it stands', async () => {
    const page = await visit.open('/partners', { as: 'partner' });
    await page.locator('.connection[data-state="LIVE"]').waitFor();
    await endElsewhere();
    await again(page).waitFor();
    expect(await page.locator('h1').first().textContent()).toContain('Partner');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('is begun again without losing what was written', async () => {
    const page = await visit.open('/calls/new', { as: 'admin' });
    await page.getByLabel('Titel', { exact: false }).first().fill('Halvskriven utlysning');
    await visit.ask('mutation { endAllSessions { endedCount } }', {}, 'admin');
    await again(page).getByLabel(KEY).fill(visit.service.keys.admin);
    await page.keyboard.press('Enter');
    await again(page).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Titel', { exact: false }).first().inputValue()).toBe('Halvskriven utlysning');
    await page.locator('.connection[data-state="LIVE"]').waitFor();
  });

  it('goes on where it was when one signs in in another tab', async () => {
    const page = await visit.open('/partners', { as: 'partner' });
    await endElsewhere();
    await again(page).waitFor();
    const another = await page.context().newPage();
    await another.goto(visit.service.url);
    await again(another).getByLabel(KEY).fill(visit.service.keys.partner);
    await another.keyboard.press('Enter');
    await again(page).waitFor({ state: 'detached' });
    await shown(page).waitFor();
  });

  it('goes on without, where one would rather', async () => {
    const page = await visit.open('/?view=full', { as: 'partner' });
    await endElsewhere();
    await again(page).getByRole('button', { name: 'Fortsätt utan att logga in' }).click();
    await page.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
    await page.locator('.card').first().waitFor();
  });

  it('says so on a page that is opened later', async () => {
    const page = await visit.open('/', { as: 'partner' });
    // What is still being asked for would be told instead.
    await page.waitForLoadState('networkidle');
    await page.goto('about:blank');
    await endElsewhere();
    await page.goto(visit.service.url);
    await again(page).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('where one is signed in', () => {
  it('is listed, and one is ended by the keyboard', async () => {
    await endElsewhere();
    const other = await visit.open('/', { as: 'partner' });
    const page = await visit.open('/', { as: 'partner' });
    await page.getByRole('button', { name: /Inloggad som/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Konto' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Konto' }).waitFor();
    const sessions = page.getByRole('listitem').filter({ hasText: 'Senast använd' });
    await sessions.nth(1).waitFor();
    expect(await sessions.filter({ hasText: 'Den här webbläsaren' }).count()).toBe(1);
    await sessions.filter({ hasNotText: 'Den här webbläsaren' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Inloggningen är avslutad.').waitFor();
    await sessions.nth(1).waitFor({ state: 'detached' });
    await other.getByRole('dialog', { name: 'Du är inte längre inloggad' }).waitFor();
  });

  it('is ended everywhere, here too', async () => {
    const other = await visit.open('/', { as: 'partner' });
    await other.locator('.connection[data-state="LIVE"]').waitFor();
    const page = await visit.open('/account', { as: 'partner' });
    await page.getByRole('button', { name: 'Logga ut överallt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Logga ut överallt' }).click();
    await page.getByText('Du är inte inloggad.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await other.getByRole('dialog', { name: 'Du är inte längre inloggad' }).waitFor();
  });
});
