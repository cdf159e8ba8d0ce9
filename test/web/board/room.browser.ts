import type { Page } from 'playwright-core';
import { makeIdea, makePartner, unique, type MadeIdea } from '../support/make.js';
import { until, Visit } from '../support/visit.js';

let visit: Visit;
let owner: string;
let endless: MadeIdea;
beforeAll(async () => {
  visit = await Visit.begin();
  owner = await makePartner(visit, unique('Långtitelpartner'));
  endless = await makeIdea(visit, { owner, title: unique('Å').replace(' ', '').padEnd(240, 'å') });
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Waits until the page has the width and scrolls nowhere sideways. */
async function fitsIn(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await until(page, `document.documentElement.scrollWidth === ${width}`);
}
const tops = (page: Page) =>
  page.locator('.column').evaluateAll(all => all.map(one => one.getBoundingClientRect().top));

describe('the board in the room it has', () => {
  it('has its four columns side by side from 800 pixels on, each scrolling by itself', async () => {
    const page = await visit.open('/?view=full', { as: 'admin' });
    await page.locator('#concept .card').first().waitFor();
    for (const at of [1600, 1280, 1024, 800]) {
      await fitsIn(page, at);
      const places = await tops(page);
      expect(places).toHaveLength(4);
      expect(new Set(places).size).toBe(1);
      expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(1200);
    }
  });

  it('has a tab for each stage on a phone, for the finger and for the keyboard', async () => {
    const page = await visit.open('/', { width: 390 });
    const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name} \\d+$`) });
    await tab('Koncept').waitFor();
    await page.locator('#concept .card').first().waitFor();
    expect(await page.locator('.column').count()).toBe(1);
    await tab('Ansökan').click();
    await page.locator('#funding_application .card').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('#project .card').first().waitFor();
    expect(await tab('Projekt').getAttribute('aria-selected')).toBe('true');
    expect(new URL(page.url()).searchParams.get('stage')).toBe('project');
    for (const at of [390, 320]) await fitsIn(page, at);
  });

  it('follows a card that is moved on a phone to the tab it went to', async () => {
    const idea = await makeIdea(visit, { owner });
    const page = await visit.open(`/?q=${idea.code}`, { width: 390, as: 'admin' });
    await page.getByRole('button', { name: `Flytta ${idea.code} …` }).click();
    await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).click();
    await page.locator(`#consortium [data-code="${idea.code}"].lit`).waitFor();
  });

  it.each(['/', '/?view=compact', '/?view=table', '/ideas', '/partners', '/pipeline'])(
    'is not made wider by a title without end: %s',
    async path => {
      const address = { '/ideas': `/ideas/${endless.code}`, '/partners': `/partners/${owner}` }[path] ?? path;
      const asked = address.includes('/', 1)
        ? address
        : `${address}${address.includes('?') ? '&' : '?'}partner=${owner}`;
      const page = await visit.open(asked, { as: 'admin' });
      await page
        .getByText(/^[^ ]*å{200}/)
        .or(page.getByText('1 idé', { exact: false }))
        .first()
        .waitFor();
      for (const at of [1280, 390, 320]) await fitsIn(page, at);
    },
  );

  it('shows three lines of it on a card, and all of it to whoever points at it', async () => {
    const page = await visit.open(`/?partner=${owner}`);
    const link = page.locator(`[data-code="${endless.code}"]`).getByRole('link');
    await link.waitFor();
    const line = await link.evaluate(it => parseFloat(getComputedStyle(it).lineHeight));
    expect(Math.round((await link.boundingBox())!.height / line)).toBe(3);
    expect(await link.getAttribute('title')).toBe(endless.title);
  });
});
