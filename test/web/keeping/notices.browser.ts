import { type MailServer, startMailServer } from '../../support/doubles/mail-server.js';
import { anAddress, mailSettingsFor } from '../../support/make/mails.js';
import { eventually } from '../../support/service/listener.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { axeViolations, Visit } from '../support/visit.js';

let server: MailServer;
let service: Service;
let visit: Visit;
beforeAll(async () => {
  server = await startMailServer();
  service = await startService(mailSettingsFor(server));
  visit = await Visit.begin({ url: service.url, keys: KEYS });
}, 60_000);
afterEach(() => visit.leave());
afterAll(async () => {
  await visit.end();
  await service.stop();
  await server.stop();
});

it('mails are asked for, confirmed, changed and ended', async () => {
  const email = anAddress();
  const page = await visit.open('/account', { as: 'partner', width: 390 });
  await page.getByRole('button', { name: 'Följ via mejl' }).click();
  const dialog = page.getByRole('dialog', { name: 'Följ via mejl' });
  await dialog.getByLabel('E-postadress').fill(email);
  await dialog.getByLabel('Hur ofta').selectOption({ label: 'Varje måndag' });
  await dialog.getByLabel(/^Ändringar/).check();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Skicka länken' }).click();
  const mails = page.getByRole('listitem').filter({ hasText: email });
  await mails.getByText('Väntar på att adressen bekräftar').waitFor();

  await eventually(
    () => server.to(email).length > 0,
    () => 'no mail came',
  );
  const [question] = server.to(email);
  const reader = await visit.open(question!.link('confirm').replace('https://kickstart.example', ''));
  expect(await axeViolations(reader)).toEqual([]);
  await reader.getByRole('button', { name: 'Ja, skicka mejl' }).click();
  await reader.getByRole('heading', { name: 'Adressen är bekräftad. Mejlen börjar komma.' }).waitFor();

  await page.reload();
  await mails.getByText('Bekräftad').waitFor();
  await mails.getByRole('button', { name: /^Ändra/ }).click();
  await page.getByRole('dialog').getByLabel('Hur ofta').selectOption({ label: 'Varje morgon' });
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await mails.getByText('Varje morgon').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await mails.getByRole('button', { name: /^Avsluta/ }).click();
  await page.getByText('Mejlen är avslutade och adressen raderad.').waitFor();
  await mails.waitFor({ state: 'detached' });
  expect(visit.complaints).toEqual([]);
});
