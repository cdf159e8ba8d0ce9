import type { Page } from 'playwright-core';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { Organisation } from '../support/organisation.js';
import { Visit } from '../support/visit.js';

let organisation: Organisation;
let service: Service;
let visit: Visit;
beforeAll(async () => {
  organisation = await Organisation.start();
  service = await startService(organisation.settings);
  await organisation.serve(service.url, { anna: ['ks3-admin'] });
  visit = await Visit.begin({ url: service.url, keys: KEYS });
});
afterEach(() => visit.leave());
afterAll(async () => {
  await visit.end();
  await service.stop();
  await organisation.stop();
});

/** From a page of the service to the sign-in page of the organisation. */
async function goThere(path: string): Promise<Page> {
  const page = await visit.open(path);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('button', { name: 'Logga in med din organisation' }).click();
  await page.getByPlaceholder('Enter any login').waitFor();
  return page;
}

async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('secret');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe("signing in at one's organisation", () => {
  it('leads back to the page one came from, signed in', async () => {
    const page = await goThere('/calls?status=all');
    await signInThere(page, 'anna');
    await page.locator('.viewer', { hasText: 'administratör' }).waitFor();
    expect(page.url()).toBe(`${service.url}/calls?status=all`);
    await page.getByRole('link', { name: 'Lägg till utlysning' }).waitFor();
    await page.locator('.connection[data-state="LIVE"]').waitFor();
    await page.reload();
    await page.locator('.viewer', { hasText: 'administratör' }).waitFor();
  });

  it('says so when the organisation knows somebody who has no role here', async () => {
    const page = await goThere('/partners');
    await signInThere(page, 'bo');
    await page.getByText('Din organisation känner dig, men du har ingen roll här.').waitFor();
    await page.getByRole('button', { name: 'Logga in' }).waitFor();
    expect(await page.context().cookies(service.url)).not.toContainEqual(
      expect.objectContaining({ name: 'ks3_session' }),
    );
  });

  it('says so when somebody turns back half way', async () => {
    const page = await goThere('/partners');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByText('Inloggningen blev inte klar.').waitFor();
    expect(page.url()).toBe(`${service.url}/partners`);
  });

  it('takes no answer that it did not ask for', async () => {
    const page = await goThere('/partners');
    await page.goto(`${service.url}/?code=stolen&state=forged`);
    await page.getByText('Inloggningen blev inte klar.').waitFor();
    expect(await page.context().cookies(service.url)).not.toContainEqual(
      expect.objectContaining({ name: 'ks3_session' }),
    );
  });
});
