import type { Page } from 'playwright-core';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { officersWorkbook } from '../../support/tables/officers-workbook.js';
import { axeViolations, Visit } from '../support/visit.js';

let service: Service;
let visit: Visit;
/** What some of the ideas aim at. */
let call: string;
beforeAll(async () => {
  service = await startService();
  visit = await Visit.begin({ url: service.url, keys: KEYS });
  const open = '{ fundingCalls(first: 1, filter: { statuses: [OPEN] }) { nodes { identifier } } }';
  call = (await visit.ask<any>(open, {})).fundingCalls.nodes[0].identifier;
  const second = { code: 'KS4', name: { sv: 'Kickstart S4', en: 'Kickstart S4' }, ...DATES };
  const create =
    'mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { userErrors { message } } }';
  expect(await visit.ask<any>(create, { input: second })).toEqual({ createProgramme: { userErrors: [] } });
}, 60_000);
afterEach(() => visit.leave());
afterAll(async () => {
  await visit.end();
  await service.stop();
});

const DATES = { startsOn: '2027-01-01', endsOn: '2030-12-31' };

async function choose(page: Page, buffer: Buffer, sheet?: string): Promise<void> {
  const file = { name: 'aktörer-och-idéer.xlsx', mimeType: 'application/octet-stream', buffer };
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Prova' }).click();
  if (!sheet) return;
  await page.getByLabel('Blad').selectOption(sheet);
  await page.getByRole('button', { name: 'Prova' }).click();
}

const refused = (page: Page) => page.getByRole('region', { name: 'Avvisade rader' });
const count = (page: Page, name: string) => page.locator('.counts > div', { hasText: name }).locator('dd').innerText();

it("a programme officer's workbook comes in by the pages, once what they say of it has been put right", async () => {
  const [found, mended] = [false, true].map(isMended => officersWorkbook({ call, isMended, owner: 'Idébärare' }));
  const page = await visit.open('/partners/import', { as: 'admin' });
  await choose(page, found!);
  await refused(page).getByRole('row', { name: /Komun/ }).waitFor();
  expect(await count(page, 'Nya')).toBe('79');
  await choose(page, mended!);
  await page.getByRole('button', { name: 'Importera på riktigt' }).click();
  await page.getByRole('heading', { name: 'Importerat' }).waitFor();
  expect(await count(page, 'Nya')).toBe('80');

  await page.goto(`${service.url}/ideas/import`);
  await choose(page, found!, 'Idéer');
  await page.getByLabel('Idébärare').selectOption('Ägare');
  await page.getByLabel('Program för nya idéer').selectOption({ label: 'Kickstart S4 (KS4)' });
  await page.getByRole('button', { name: 'Prova' }).click();
  await refused(page)
    .getByRole('row', { name: /Idébärare.*Menas ”Prövaktör L11”/ })
    .waitFor();
  await refused(page)
    .getByRole('row', { name: /Miljömål/ })
    .waitFor();
  expect(await count(page, 'Nya')).toBe('298');
  expect(await axeViolations(page)).toEqual([]);
  // What was chosen of the sheet, its columns and the programme holds for the file that was put right.
  await choose(page, mended!);
  await page.getByRole('button', { name: 'Importera på riktigt' }).click();
  await page.getByRole('heading', { name: 'Importerat' }).waitFor();
  expect(await count(page, 'Nya')).toBe('300');
  await page.getByRole('link', { name: 'Officersidé 299' }).click();
  await page.getByRole('heading', { name: 'Officersidé 299' }).waitFor();
  expect(page.url()).toContain('/ideas/KS4-');
}, 40_000);

it('a file that is larger than the service takes at once is told so, and what can be done', async () => {
  const page = await visit.open('/ideas/import', { as: 'admin' });
  const buffer = Buffer.from(`Titel;Sammanfattning\n${'Provrad;Prov\n'.repeat(80_000)}`);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: 'många.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Prova' }).click();
  await page.getByText('Dela filen, eller be den som driver tjänsten läsa in den.').waitFor();
});
