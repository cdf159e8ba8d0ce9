import type { Page } from 'playwright-core';
import { makeIdeas, makePartner, unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('on paper', () => {
  it.each([
    ['/?sort=updated', 'Idéernas väg'],
    ['/pipeline', 'Översikt'],
  ])('%s is dark ink on white, without what only a screen can use', async (path, title) => {
    const page = await visit.open(path, { theme: 'dark', as: 'admin' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('heading', { level: 1, name: title }).isVisible()).toBe(true);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(16, 36, 45)');
  });
});

/** Sheets of A4, as Chromium prints them. */
async function sheets(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('the number of sheets', () => {
  it.each([
    ['one for an idea', '/ideas/KS3-23', 1],
    ['one for an idea that has become a project', '/ideas/KS3-3', 1],
    ['two for the pipeline', '/pipeline', 2],
  ])('is %s', async (_, path, most) => {
    const page = await visit.open(path, { as: 'partner' });
    await page.waitForLoadState('networkidle');
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    expect(await sheets(page)).toBe(most);
  });
});

describe('the pipeline on paper', () => {
  it('stays on two sheets however many partners own ideas, and says that there are more', async () => {
    for (const owner of await Promise.all(Array.from({ length: 4 }, () => makePartner(visit, unique('Bladpartner')))))
      await makeIdeas(visit, owner, 1);
    const page = await visit.open('/pipeline', { as: 'partner' });
    await page.waitForLoadState('networkidle');
    await page.getByRole('heading', { name: 'Idéer i grupper' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const groups = page.getByRole('figure', { name: 'Idéer i grupper' });
    await groups.getByText(/^På papper står de 8 första av \d+\.$/).waitFor();
    expect(await groups.getByRole('listitem').filter({ visible: true }).count()).toBe(8);
    expect(await sheets(page)).toBe(2);
  });
});

describe('the board on paper', () => {
  it('has every card that was fetched, none over another, and says what is left out', async () => {
    const owner = await makePartner(visit, unique('Papperspartner'));
    await makeIdeas(visit, owner, 60);
    const page = await visit.open(`/?partner=${owner}&sort=title`);
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.card').count()).toBeLessThan(20);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.card').nth(39).waitFor();
    await page.getByText('Här står 40 av 60 idéer', { exact: false }).waitFor();
    const ends = await page
      .locator('.card')
      .evaluateAll(cards => cards.map(card => card.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
    ends.slice(1).forEach(([top], at) => expect(top).toBeGreaterThanOrEqual(ends[at]![1]! - 0.5));
    expect(await sheets(page)).toBeLessThanOrEqual(3);
  });
});
