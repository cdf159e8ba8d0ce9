import { unique } from './support/make.js';
import { Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const identifierOf = (title: string) => title.toUpperCase().replace(/\W+/g, '-');
const CALL = 'query ($identifier: String) { fundingCall(identifier: $identifier) { title(locale: SV) nextDeadline } }';
type Asked = { fundingCall: { title: string; nextDeadline: string } | null };

/** A year and a half ahead: never a past deadline, always the same month in the calendar. */
const AHEAD = new Date(Date.now() + 540 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

interface CallWish {
  /** Leaves the call a draft. */
  as?: 'DRAFT';
  /** Leaves the deadline unsaid. */
  deadline?: 'UNKNOWN';
}

async function addCall(title: string, wish: CallWish = {}) {
  const page = await visit.open('/calls', { as: 'admin' });
  await page.getByRole('link', { name: 'Lägg till utlysning' }).click();
  await page.getByLabel('Beteckning').fill(identifierOf(title));
  await page.getByLabel('Titel på svenska').fill(title);
  await page.getByLabel('Program', { exact: true }).fill('Provprogrammet');
  await page.getByLabel('Finansiär').fill('Provfinansiären');
  if (!wish.deadline) await page.getByLabel('Sista dag 1', { exact: true }).fill(`${AHEAD}T17:00`);
  await page.getByRole('textbox', { name: 'Utlysningens budget' }).fill('12 000 000');
  await page.getByLabel('Cirkulär ekonomi').check();
  if (wish.as) await page.getByLabel('Publicera genast').uncheck();
  await page.getByRole('button', { name: 'Spara' }).click();
  return page;
}

describe('the calls', () => {
  it('are added by Region Blekinge, who sees at once which ideas the call could carry', async () => {
    const title = unique('Provutlysning');
    const page = await addCall(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('region', { name: 'Idéer den kan bära' }).getByRole('listitem').first().waitFor();
    const { fundingCall } = await visit.ask<Asked>(CALL, { identifier: identifierOf(title) });
    expect(fundingCall?.nextDeadline.slice(0, 10)).toBe(AHEAD);
  });

  it('say which field is wrong when the service refuses, and keep what was written', async () => {
    const title = unique('Provutlysning');
    await addCall(title);
    await visit.leave();
    const page = await addCall(title);
    const identifier = page.getByLabel('Beteckning');
    await page.getByRole('alert').waitFor();
    expect(await identifier.inputValue()).toBe(identifierOf(title));
    expect(await identifier.getAttribute('aria-invalid')).toBe('true');
  });

  it('are subscribed to by an address that carries a feed token, and never the key one is signed in with', async () => {
    const anybody = await visit.open('/calls');
    expect(await anybody.getByRole('link', { name: 'Prenumerera på kalendern' }).getAttribute('href')).toBe(
      '/calendar.ics',
    );
    await visit.leave();
    const page = await visit.open('/calls', { as: 'admin' });
    await page.getByRole('button', { name: 'Prenumerera på kalendern' }).click();
    await page.getByRole('button', { name: 'Skapa en egen adress' }).click();
    const address = await page.getByLabel('Adress att prenumerera på').inputValue();
    const calendar = await fetch(address);
    expect([calendar.status, (await calendar.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
    const token = new URL(address).searchParams.get('key');
    const api = await fetch(new URL('/graphql', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{ __typename }"}',
    });
    expect(api.status).toBe(403);
  });

  it('stand in a calendar on the day they close', async () => {
    const title = unique('Provutlysning');
    await addCall(title);
    await visit.leave();
    const page = await visit.open(`/calls?month=${AHEAD.slice(0, 7)}`);
    const calendar = page.getByRole('region', { name: 'Sista dagar' });
    await calendar.getByRole('link', { name: title, exact: true }).waitFor();
    const day = calendar
      .getByRole('table')
      .getByRole('link', { name: new RegExp(`^${Number(AHEAD.slice(8))},.*${title}`) });
    expect(await day.getAttribute('href')).toBe(`#due-${AHEAD}`);
  });

  it('are edited in both languages', async () => {
    const title = unique('Provutlysning');
    const page = await addCall(title);
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Titel på svenska').fill(`${title} ändrad`);
    await page.getByLabel('Titel på engelska').fill('A call to try');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: `${title} ändrad` }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'A call to try' }).waitFor();
  });

  it('can wait as drafts, be published, and be cancelled with a reason', async () => {
    const page = await addCall(unique('Provutlysning'), { as: 'DRAFT' });
    const status = page.locator('.call-head .pill');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await status.filter({ hasText: 'Öppen' }).waitFor();
    await page.getByRole('button', { name: 'Ställ in …' }).click();
    await page.getByLabel('Skäl').fill('Finansiären har dragit tillbaka den.');
    await page.getByRole('button', { name: 'Ställ in utlysningen för gott' }).click();
    await status.filter({ hasText: 'Inställd' }).waitFor();
  });

  it('stay drafts while they lack a deadline, and say so when somebody publishes them', async () => {
    const page = await addCall(unique('Provutlysning'), { as: 'DRAFT', deadline: 'UNKNOWN' });
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('alert').filter({ hasText: 'Sista dag saknas' }).waitFor();
    expect(await page.locator('.call-head .pill').innerText()).toBe('Utkast');
  });

  it('cannot be added by others', async () => {
    const page = await visit.open('/calls/new', { as: 'partner' });
    await page.getByText('Bara Region Blekinge kan göra detta').waitFor();
    expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0);
  });
});

describe('an import of calls', () => {
  const csv = (title: string) =>
    `identifier,title,programme,funder,deadline\n${identifierOf(title)},${title},Provprogrammet,Provfinansiären,${AHEAD}T15:00:00Z\nFEL-1,Fel datum,P,F,i morgon\n`;

  const fileOf = (text: string) => ({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('is tried first: new and rejected rows are shown and nothing is saved', async () => {
    const title = unique('Provimport');
    const page = await visit.open('/calls/import', { as: 'admin' });
    await page.getByLabel('Format').selectOption('CSV');
    await page.getByLabel('Innehåll').fill(csv(title));
    await page.getByRole('button', { name: 'Prova' }).click();
    const outcome = page.getByRole('region', { name: 'Så skulle det bli' });
    await outcome.waitFor();
    expect(await outcome.getByRole('row', { name: new RegExp(identifierOf(title)) }).innerText()).toContain(
      'Läggs till',
    );
    expect(await outcome.getByRole('row', { name: /FEL-1/ }).count()).toBe(1);
    expect(await visit.ask<Asked>(CALL, { identifier: identifierOf(title) })).toEqual({ fundingCall: null });
  });

  it('reads the bytes of a file in whatever encoding they are, and names what it leaves out', async () => {
    const title = unique('Grön omställning på prov');
    const page = await visit.open('/calls/import', { as: 'admin' });
    await page.getByLabel('Format').selectOption('CSV');
    const buffer = Buffer.from(csv(title), 'latin1');
    await page.getByLabel('Fil').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByRole('button', { name: 'Importera på riktigt' }).click();
    const outcome = page.getByRole('region', { name: 'Importerat' });
    await outcome.waitFor();
    expect(await outcome.getByRole('row', { name: /FEL-1/ }).innerText()).toContain('deadline: i morgon');
    expect((await visit.ask<Asked>(CALL, { identifier: identifierOf(title) })).fundingCall?.title).toBe(title);

    await page.getByLabel('Format').selectOption('GDP');
    const closed = { diarienummer: 'STÄNGD-1', finansiarNamn: 'F', titel: 'T', status: 'Avslutad' };
    await page.getByLabel('Innehåll').fill(JSON.stringify([closed]));
    await page.getByRole('button', { name: 'Prova' }).click();
    const leftOut = page.getByRole('region', { name: 'Utelämnade rader' });
    await leftOut.waitFor();
    expect(await leftOut.getByRole('row', { name: /STÄNGD-1/ }).innerText()).toContain('källan säger inte när');
  });

  it('says what a workbook and a file without calls are, and offers nothing to carry out', async () => {
    const page = await visit.open('/calls/import', { as: 'admin' });
    await page.getByLabel('Format').selectOption('CSV');
    const buffer = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
    await page.getByLabel('Fil').setInputFiles({ name: 'calls.xlsx', mimeType: 'application/zip', buffer });
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByText('Filen är en Excel-arbetsbok').first().waitFor();
    await page.getByLabel('Innehåll').fill('identifier,title,funder,deadline\n');
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByText('Filen har inga utlysningar').first().waitFor();
    expect(await page.getByRole('button', { name: 'Importera på riktigt' }).count()).toBe(0);
  });

  it('is then carried out, and shows what would change when tried again', async () => {
    const title = unique('Provimport');
    const page = await visit.open('/calls/import', { as: 'admin' });
    await page.getByLabel('Format').selectOption('CSV');
    await page.getByLabel('Fil').setInputFiles(fileOf(csv(title)));
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByRole('button', { name: 'Importera på riktigt' }).click();
    await page.getByRole('region', { name: 'Importerat' }).waitFor();
    expect((await visit.ask<Asked>(CALL, { identifier: identifierOf(title) })).fundingCall?.title).toBe(title);

    await page.getByLabel('Innehåll').fill(csv(title).replace(`,${title},`, `,${title} igen,`));
    await page.getByRole('button', { name: 'Prova' }).click();
    const row = page
      .getByRole('region', { name: 'Så skulle det bli' })
      .getByRole('row', { name: new RegExp(identifierOf(title)) });
    await row.waitFor();
    expect(await row.innerText()).toContain(`Titel: ${title} igen (förut ${title})`);
  });
});
