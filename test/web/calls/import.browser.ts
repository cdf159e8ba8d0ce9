import { unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const identifierOf = (title: string) => title.toUpperCase().replace(/\W+/g, '-');
const CALL = 'query ($identifier: String) { fundingCall(identifier: $identifier) { title(locale: SV) } }';
type Asked = { fundingCall: { title: string } | null };

/** A year and a half ahead: never a past deadline. */
const AHEAD = new Date(Date.now() + 540 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('an import of calls', () => {
  const csv = (title: string) =>
    `identifier,title,programme,funder,deadline\n${identifierOf(title)},${title},Provprogrammet,Provfinansiären,${AHEAD}T15:00:00Z\nFEL-1,Fel datum,P,F,i morgon\n`;

  it('is tried first: new and rejected rows are shown and nothing is saved; then carried out, and what would change is shown when tried again', async () => {
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
    const [, shown, closes] = await outcome
      .getByRole('row', { name: new RegExp(identifierOf(title)) })
      .locator('td')
      .allInnerTexts();
    expect(shown).toContain(title);
    const day = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'short', year: 'numeric' });
    expect(closes).toBe(day.format(new Date(AHEAD)));
    expect(await visit.ask<Asked>(CALL, { identifier: identifierOf(title) })).toEqual({ fundingCall: null });

    await page.getByRole('button', { name: 'Importera på riktigt' }).click();
    await page.getByRole('region', { name: 'Importerat' }).waitFor();
    expect((await visit.ask<Asked>(CALL, { identifier: identifierOf(title) })).fundingCall?.title).toBe(title);
    await page.getByLabel('Innehåll').fill(csv(title).replace(`,${title},`, `,${title} igen,`));
    await page.getByRole('button', { name: 'Prova' }).click();
    const row = page
      .getByRole('region', { name: 'Så skulle det bli' })
      .getByRole('row', { name: new RegExp(identifierOf(title)) });
    await row.waitFor();
    expect(await row.locator('.changes tbody tr').first().locator('th, td').allInnerTexts()).toEqual([
      'Titel',
      title,
      `${title} igen`,
    ]);
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

  it('says what a broken workbook and a file without calls are, and offers nothing to carry out', async () => {
    const page = await visit.open('/calls/import', { as: 'admin' });
    await page.getByLabel('Format').selectOption('CSV');
    const buffer = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
    await page.getByLabel('Fil').setInputFiles({ name: 'calls.xlsx', mimeType: 'application/zip', buffer });
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByText('Arbetsboken är trasig').first().waitFor();
    await page.getByLabel('Innehåll').fill('identifier,title,funder,deadline\n');
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByText('Filen har inga utlysningar').first().waitFor();
    expect(await page.getByRole('button', { name: 'Importera på riktigt' }).count()).toBe(0);
  });

  it('begins with a template that is read as it stands', async () => {
    const page = await visit.open('/calls/import', { as: 'admin', language: 'en' });
    const template = page.locator('a[download]').filter({ hasText: 'template' });
    const [, text = ''] = (await template.getAttribute('href'))!.split(',');
    await page.locator('textarea').fill(decodeURIComponent(text));
    await page.getByRole('button', { name: 'Try' }).click();
    await page.locator('.counts .created').waitFor();
    expect(await page.locator('.counts dd').allInnerTexts()).toEqual(['1', '0', '0', '0', '0']);
    expect(await page.locator('.import-row li').count()).toBe(0);
  });

  it('takes a file that is dropped on it', async () => {
    const title = unique('Provimport');
    const page = await visit.open('/calls/import', { as: 'admin' });
    const dropped = await page.evaluateHandle(text => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'calls.csv', { type: 'text/csv' }));
      return files;
    }, csv(title));
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByRole('row', { name: new RegExp(identifierOf(title)) }).waitFor();
  });
});
