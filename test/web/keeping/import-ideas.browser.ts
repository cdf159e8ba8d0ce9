import { workbook } from '../../support/tables/workbook.js';
import { unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('an import of ideas', () => {
  it('is tried first from a workbook, names the cell that is wrong, and is then carried out and led to', async () => {
    const title = unique('Provtången');
    const rows = (owner: string) =>
      workbook({
        Idéer: [
          ['Idélista'],
          ['Titel', 'Sammanfattning', 'Ägare', 'Fas', 'I steget sedan'],
          [title, 'Tång som filter i hamnar.', owner, 'konsortium', '2025-03-01'],
        ],
      });
    const page = await visit.open('/?text=prov', { as: 'admin' });
    await page.getByRole('link', { name: 'Importera' }).click();
    const choose = async (owner: string) => {
      const file = { name: 'idéer.xlsx', mimeType: 'application/octet-stream', buffer: rows(owner) };
      await page.getByLabel('Fil').setInputFiles(file);
      await page.getByRole('button', { name: 'Prova' }).click();
    };
    await choose('Tecktank');
    const refused = page.getByRole('region', { name: 'Avvisade rader' }).getByRole('row', { name: /Provtången/ });
    await refused.waitFor();
    expect(await refused.innerText()).toContain('Menas ”Techtank”');
    await choose('Techtank');
    await page.getByRole('button', { name: 'Importera på riktigt' }).click();
    await page.getByRole('region', { name: 'Importerat' }).getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('is carried out once, however often the button is pressed', async () => {
    const title = unique('Dubbeltryckt');
    const rows = [
      ['Titel', 'Sammanfattning', 'Ägare'],
      ...Array.from({ length: 50 }, (_, nth) => [`${title} ${nth}`, 'Text.', 'Techtank']),
    ];
    const page = await visit.open('/ideas/import', { as: 'admin' });
    const sent: string[] = [];
    page.on('request', request => void (request.postData()?.includes('"dryRun":false') && sent.push(request.url())));
    const file = { name: 'idéer.xlsx', mimeType: 'application/octet-stream', buffer: workbook({ Blad1: rows }) };
    await page.getByLabel('Fil').setInputFiles(file);
    await page.getByRole('button', { name: 'Prova' }).click();
    const button = page.getByRole('button', { name: 'Importera på riktigt' });
    await button.waitFor();
    // Both before the file has been read.
    await page.evaluate(
      `for (const each of document.querySelectorAll('button.main-deed')) [each.click(), each.click()]`,
    );
    await page
      .getByRole('region', { name: 'Importerat' })
      .getByRole('link', { name: `${title} 0` })
      .waitFor();
    expect(sent).toHaveLength(1);
  });
});
