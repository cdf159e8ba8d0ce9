import { workbook } from '../../support/tables/workbook.js';
import { unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('an import of partners', () => {
  it('is tried first from a workbook, where an unknown header is given its meaning, and then carried out', async () => {
    const name = unique('Provvarvet');
    const buffer = workbook({
      Läs: [['Om filen']],
      Aktörer: [
        ['Organisation', 'Sektor', 'Hem'],
        [name, 'kommun', 'https://varv.example'],
      ],
    });
    const page = await visit.open('/partners/import', { as: 'admin' });
    await page.getByLabel('Fil').setInputFiles({ name: 'partner.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByLabel('Blad').selectOption('Aktörer');
    await page.getByRole('button', { name: 'Prova' }).click();
    await page.getByLabel('Hem', { exact: true }).selectOption('Webbplats');
    await page.getByRole('button', { name: 'Prova' }).click();
    const row = page.getByRole('region', { name: 'Så skulle det bli' }).getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    expect(await row.innerText()).not.toContain('läses inte');
    await page.getByRole('button', { name: 'Importera på riktigt' }).click();
    await page.getByRole('region', { name: 'Importerat' }).getByRole('link', { name }).click();
    await page.locator('a[href^="https://varv.example"]').waitFor();
  });
});
