import { unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

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
  await page.getByLabel(/^Program \*$/).fill('Provprogrammet');
  await page.getByLabel('Finansiär').fill('Provfinansiären');
  if (!wish.deadline) await page.getByLabel('Sista ansökningsdag 1', { exact: true }).fill(`${AHEAD}T17:00`);
  await page.getByRole('textbox', { name: 'Budget' }).fill('12 000 000');
  await page.getByLabel('Övergång till en cirkulär ekonomi').check();
  if (wish.as) await page.getByLabel('Publicera genast').uncheck();
  await page.getByRole('button', { name: 'Spara' }).click();
  return page;
}

describe('the calls', () => {
  it('are added by Region Blekinge, who sees which ideas they could carry, edited in both languages, and stand in a calendar on the day they close', async () => {
    const title = unique('Provutlysning');
    const page = await addCall(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('region', { name: 'Idéer som passar' }).getByRole('listitem').first().waitFor();
    const { fundingCall } = await visit.ask<Asked>(CALL, { identifier: identifierOf(title) });
    expect(fundingCall?.nextDeadline.slice(0, 10)).toBe(AHEAD);
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Titel på svenska').fill(`${title} ändrad`);
    await page.getByLabel('Titel på engelska').fill('A call to try');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: `${title} ändrad` }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'A call to try' }).waitFor();
    await page.goto(`${visit.service.url}/calls?month=${AHEAD.slice(0, 7)}`);
    const calendar = page.getByRole('region', { name: 'Sista ansökningsdagar' });
    await calendar.getByRole('link', { name: `${title} ändrad`, exact: true }).waitFor();
    const day = calendar
      .getByRole('table')
      .getByRole('link', { name: new RegExp(`^${Number(AHEAD.slice(8))},.*${title}`) });
    expect(await day.getAttribute('href')).toBe(`#due-${AHEAD}`);
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

  it('can wait as drafts, be published, and be cancelled with a reason', async () => {
    const page = await addCall(unique('Provutlysning'), { as: 'DRAFT' });
    const status = page.locator('.call-head .pill');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await status.filter({ hasText: 'Öppen' }).waitFor();
    await page.getByRole('status', { name: 'Meddelanden' }).getByText('Utlysningen är publicerad.').waitFor();
    await page.getByRole('button', { name: 'Ställ in utlysningen …' }).click();
    await page.getByLabel('Skäl').fill('Finansiären har dragit tillbaka den.');
    await page.getByRole('button', { name: 'Ställ in utlysningen', exact: true }).click();
    await status.filter({ hasText: 'Inställd' }).waitFor();
  });

  it('are deleted as drafts that were a mistake, and then have no page', async () => {
    const page = await addCall(unique('Provutlysning'), { as: 'DRAFT' });
    await page.getByRole('button', { name: 'Ta bort utkastet …' }).click();
    const address = page.url();
    await page.getByRole('dialog').getByText('Det går inte att ångra.').waitFor();
    await page.getByRole('button', { name: 'Ta bort utkastet', exact: true }).click();
    await page.getByRole('status', { name: 'Meddelanden' }).getByText('Utkastet är borttaget.').waitFor();
    await page.waitForURL(/\/calls$/);
    await page.goto(address);
    await page.getByText('Sidan finns inte').first().waitFor();
  });

  it('stay drafts while they lack a deadline, and say so when somebody publishes them', async () => {
    const page = await addCall(unique('Provutlysning'), { as: 'DRAFT', deadline: 'UNKNOWN' });
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('alert').filter({ hasText: 'Sista ansökningsdag saknas' }).waitFor();
    expect(await page.locator('.call-head .pill').innerText()).toBe('Utkast');
  });

  it('cannot be added by others', async () => {
    const page = await visit.open('/calls/new', { as: 'partner' });
    await page.getByText('Bara Region Blekinge kan göra detta').waitFor();
    expect(await page.getByRole('button', { name: 'Spara' }).count()).toBe(0);
  });
});
