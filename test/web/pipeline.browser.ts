import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { makePartner } from './support/make.js';
import { axeViolations, Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterAll(() => visit.end());

const CHARTS = [
  'Idéer per steg',
  'Stegen över tid',
  'Fokusområde × steg',
  'Hur många som går vidare',
  'Prognos på fem år',
  'Finansiering',
  'Resultat',
  'Indikatorer',
  'Milstolpar',
  'Ansökningar och beslut',
  'Idéer i grupper',
  'Sista ansökningsdagar inom 90 dagar',
];

async function chart(page: Page, title: string): Promise<Locator> {
  const figure = page.getByRole('figure', { name: title });
  await figure.waitFor();
  return figure;
}

describe('each chart of the pipeline', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open('/pipeline', { as: 'admin' });
  });
  afterAll(() => visit.leave());

  it.each(CHARTS)('“%s” gives its figures as a table, and as a file that says the same', async title => {
    const figure = await chart(page, title);
    await figure.getByRole('button', { name: `Visa ”${title}” som tabell` }).click();
    const header = await figure.getByRole('columnheader').allInnerTexts();
    const rows = await figure.locator('tbody tr').count();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: `Ladda ner ”${title}” som CSV` }).click(),
    ]);
    const lines = (await text(await file.createReadStream())).replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    expect(lines[0]!.split(',')).toEqual(header);
    expect(lines).toHaveLength(rows + 1);
    expect(visit.complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to complain of as a table, when it is %s', async theme => {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('the pipeline', () => {
  afterEach(() => visit.leave());

  it('shows the goal of the programme and how near it is, and can be narrowed in the address', async () => {
    const page = await visit.open('/pipeline');
    const goal = page.getByRole('region', { name: 'Programmets mål' });
    await goal.waitFor();
    expect(await goal.innerText()).toMatch(/\d+ av minst ett stort projekt|projekt – målet är minst ett/);
    await page.getByRole('combobox', { name: 'Fokusområde' }).selectOption('tech');
    await page.waitForURL(/area=tech/);
    await chart(page, 'Idéer per steg');
  });

  it('groups the ideas as one chooses, each group as large as the API says', async () => {
    const { pipeline } = await visit.ask<{ pipeline: { groups: { name: string; count: number }[] } }>(
      '{ pipeline(filter: { focusAreas: ["missions"] }) { groups(by: SECTOR) { name(locale: SV) count } } }',
      {},
      'anyone',
    );
    const page = await visit.open('/pipeline?area=missions');
    const figure = await chart(page, 'Idéer i grupper');
    await page.getByRole('combobox', { name: 'Gruppera efter' }).selectOption('Sektor');
    await figure.getByText('Akademi').waitFor();
    const [names, counts] = [figure.locator('.bar-name'), figure.locator('.bar-value b')];
    expect(await names.allInnerTexts()).toEqual(pipeline.groups.map(({ name }) => name));
    expect(await counts.allInnerTexts()).toEqual(pipeline.groups.map(({ count }) => String(count)));
  });

  // Of one focus area, since other stories make ideas in another meanwhile.
  it.each(['admin', 'anyone'] as const)(
    'counts the ideas that the API shows to %s, no more and no fewer',
    async who => {
      const { pipeline } = await visit.ask<{ pipeline: { stages: { count: number }[] } }>(
        '{ pipeline(filter: { focusAreas: ["missions"] }) { stages { count } } }',
        {},
        who,
      );
      const page = await visit.open('/pipeline?area=missions', who === 'admin' ? { as: who } : {});
      const figure = await chart(page, 'Idéer per steg');
      expect(await figure.locator('.bar-value b').allInnerTexts()).toEqual(
        pipeline.stages.map(({ count }) => String(count)),
      );
    },
  );
});

it('says that no idea fits, instead of drawing empty charts', async () => {
  const page = await visit.open(`/pipeline?partner=${await makePartner(visit)}`);
  await page.getByText('Ingen idé passar filtren').waitFor();
  expect(await page.getByRole('figure').count()).toBe(0);
  await visit.leave();
});
