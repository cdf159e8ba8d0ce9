import { fileURLToPath } from 'node:url';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { Visit } from './support/visit.js';

const MANIFEST = fileURLToPath(new URL('../../dist-web/trusted-documents.json', import.meta.url));

let service: Service;
let visit: Visit;
beforeAll(async () => {
  service = await startService({ TRUSTED_DOCUMENTS: MANIFEST, TRUSTED_DOCUMENTS_ONLY: 'true' });
  visit = await Visit.begin({ url: service.url, keys: KEYS });
});
afterAll(async () => {
  await visit.end();
  await service.stop();
});

describe('a service that answers none but the documents of the front end', () => {
  it.each([
    '/?view=full',
    '/agenda',
    '/ideas/KS3-23',
    '/pipeline',
    '/calls',
    '/calls/DEMO-VINNOVA-05/edit',
    '/partners',
    '/partners/techtank',
    '/account',
  ])('shows all of %s', async path => {
    const page = await visit.open(path, { as: 'admin' });
    await page.waitForLoadState('networkidle');
    await page.locator('.connection[data-state="LIVE"]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.leave();
  });

  it('says in its explorer why it shows no schema and refuses what is written there', async () => {
    const page = await visit.open('/explorer', { as: 'admin' });
    await page.getByText('Här körs bara frågor som är överenskomna i förväg.').waitFor();
    await page.getByRole('button', { name: 'Kör' }).click();
    await page.locator('.explorer-answer').getByText('UNTRUSTED_DOCUMENT').waitFor();
    await visit.leave();
  });

  it('lets people sign in, and move ideas', async () => {
    const page = await visit.open('/?view=full');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByLabel('API-nyckel eller åtkomstbevis').fill(KEYS.admin);
    await page.getByRole('dialog').getByRole('button', { name: 'Logga in' }).click();
    await page.locator('.viewer').waitFor();
    await page.getByRole('button', { name: 'Flytta KS3-30 …' }).click();
    await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).click();
    await page.getByRole('status').filter({ hasText: 'är nu i Konsortium' }).waitFor({ state: 'attached' });
  });
});
