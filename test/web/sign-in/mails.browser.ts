import { type MailServer, startMailServer } from '../../support/doubles/mail-server.js';
import { anAddress, mailSettingsFor } from '../../support/make/mails.js';
import { eventually } from '../../support/service/listener.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { Organisation } from '../support/organisation.js';
import { Visit } from '../support/visit.js';

let organisation: Organisation;
let mails: MailServer;
let service: Service;
let visit: Visit;
beforeAll(async () => {
  [organisation, mails] = [await Organisation.start(), await startMailServer()];
  service = await startService({ ...organisation.settings, ...mailSettingsFor(mails) });
  await organisation.serve(service.url, { anna: ['ks3-admin'] });
  visit = await Visit.begin({ url: service.url, keys: KEYS });
}, 60_000);
afterEach(() => visit.leave());
afterAll(async () => {
  await visit.end();
  await service.stop();
  await mails.stop();
  await organisation.stop();
});

it("who has signed in at one's organisation follows by mail, without a key", async () => {
  const page = await visit.open('/account');
  await page.getByRole('button', { name: 'Logga in' }).first().click();
  await page.getByRole('button', { name: 'Logga in med din organisation' }).click();
  await page.getByPlaceholder('Enter any login').fill('anna');
  await page.getByPlaceholder('and password').fill('secret');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.viewer', { hasText: 'administratör' }).waitFor();

  const email = anAddress();
  await page.getByRole('button', { name: 'Följ via mejl' }).click();
  const dialog = page.getByRole('dialog', { name: 'Följ via mejl' });
  await dialog.getByLabel('E-postadress').fill(email);
  await dialog.getByLabel('Hur ofta').selectOption({ label: 'Varje måndag' });
  await dialog.getByRole('button', { name: 'Skicka länken' }).click();
  await eventually(
    () => mails.to(email).length > 0,
    () => 'no mail came',
  );
  const link = mails.to(email)[0]!.link('confirm').replace('https://kickstart.example', '');
  const reader = await visit.open(link);
  await reader.getByRole('button', { name: 'Ja, skicka mejl' }).click();
  await reader.getByRole('heading', { name: 'Adressen är bekräftad. Mejlen börjar komma.' }).waitFor();
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: email }).getByText('Bekräftad').waitFor();
  const [follower] = await service.database.query<{ subject: string; key: string | null; lapses: string | null }>(
    'select subject, api_key_id as key, lapses_at as lapses from notice_subscription where email = $1',
    [email],
  );
  expect(follower).toEqual({ subject: expect.any(String), key: null, lapses: expect.anything() });
}, 60_000);
