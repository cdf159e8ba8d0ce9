import { FEED_TOKEN } from '../support/make/keys.js';
import { Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const KEY = 'API-nyckel eller åtkomstbevis';

describe('signing in', () => {
  it('offers no organisation where the service trusts none', async () => {
    const page = await visit.open('/');
    const asked = page.waitForResponse('**/sign-in.json');
    await page.getByRole('button', { name: 'Logga in' }).click();
    expect(await (await asked).json()).toEqual({ oidc: null });
    expect(await page.getByRole('button', { name: /organisation/ }).count()).toBe(0);
  });

  it('takes a key, says who it belongs to, and lasts through a reload of the tab only', async () => {
    const page = await visit.open('/');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByLabel(KEY).fill(visit.service.keys.partner);
    await page.getByRole('dialog').getByRole('button', { name: 'Logga in' }).click();
    await page.locator('.viewer', { hasText: 'Techtank' }).waitFor();
    await page.reload();
    await page.locator('.viewer', { hasText: 'Techtank' }).waitFor();
    const another = await page.context().newPage();
    await another.goto(visit.service.url);
    await another.getByRole('button', { name: 'Logga in' }).waitFor();
  });

  it('can be remembered on the device, until signing out', async () => {
    const page = await visit.open('/');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByLabel(KEY).fill(visit.service.keys.partner);
    await page.getByLabel('Kom ihåg mig på den här enheten').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Logga in' }).click();
    await page.locator('.viewer').waitFor();
    const another = await page.context().newPage();
    await another.goto(visit.service.url);
    await another.locator('.viewer', { hasText: 'Techtank' }).waitFor();
    await another.getByRole('button', { name: /Inloggad som/ }).click();
    await another.getByRole('menuitem', { name: 'Logga ut' }).click();
    await another.getByRole('button', { name: 'Logga in' }).waitFor();
    expect(await another.evaluate(`localStorage.getItem('api-key')`)).toBeNull();
  });

  it('says that an unknown key is unknown, and signs nobody in', async () => {
    const page = await visit.open('/');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByLabel(KEY).fill('ks3_no_such_key');
    await page.getByRole('dialog').getByRole('button', { name: 'Logga in' }).click();
    await page.getByText('Nyckeln är inte känd').waitFor();
    expect(await page.getByLabel(KEY).getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate(`sessionStorage.getItem('api-key')`)).toBeNull();
  });

  it.each<['sv' | 'en', string, string, string]>([
    ['sv', 'Logga in', KEY, 'Det här är en prenumerationsnyckel'],
    ['en', 'Sign in', 'API key or access token', 'This is a feed token'],
  ])('says of a feed token that it is one: %s', async (language, signIn, label, told) => {
    const page = await visit.open('/', { language });
    await page.getByRole('button', { name: signIn }).click();
    await page.getByLabel(label).fill(FEED_TOKEN);
    await page.getByRole('dialog').getByRole('button', { name: signIn }).click();
    await page.getByText(told).waitFor();
    expect(await page.evaluate(`sessionStorage.getItem('api-key')`)).toBeNull();
  });

  it('ends by itself, and says so, when the service no longer knows the key', async () => {
    const page = await visit.open('/partners');
    await page.evaluate(`sessionStorage.setItem('api-key', 'ks3_revoked')`);
    await page.goto(visit.service.url);
    await page.getByText('Du är inte längre inloggad').waitFor();
    await page.getByRole('button', { name: 'Logga in' }).waitFor();
    await page.locator('.card').first().waitFor();
  });

  it('gives the focus back to its button when the dialog is closed with Escape', async () => {
    const page = await visit.open('/');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Logga in');
  });
});
