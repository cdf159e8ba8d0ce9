import type { Page } from 'playwright-core';
import { makeIdea } from './make.js';
import { axeViolations, Visit, type Looks } from './support.js';

let visit: Visit;
let pages: readonly (readonly [name: string, path: string])[];
beforeAll(async () => {
  visit = await Visit.begin();
  const idea = await makeIdea(visit, { without: 'OBJECTIVE' });
  const { fundingCalls } = await visit.ask<{ fundingCalls: { nodes: { identifier: string }[] } }>(
    '{ fundingCalls(first: 1) { nodes { identifier } } }',
    {},
  );
  const call = `/calls/${encodeURIComponent(fundingCalls.nodes[0]!.identifier)}`;
  pages = [
    ['board', '/'],
    ['idea', `/ideas/${idea.code}`],
    ['pipeline', '/pipeline'],
    ['calls', '/calls'],
    ['call', call],
    ['form', `${call}/edit`],
    ['import', '/calls/import'],
    ['partners', '/partners'],
    ['partner', '/partners/techtank'],
    ['nowhere', '/ideas/KS3-999999'],
  ];
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Waits until nothing on the page is still being fetched. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

const LOOKS: Looks[] = [
  { theme: 'light', language: 'sv' },
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'sv' },
  { theme: 'dark', language: 'en' },
];

describe('every page', () => {
  it.each(LOOKS)(
    'has nothing for axe to complain of, in $theme and $language',
    async looks => {
      const found: Record<string, string[]> = {};
      for (const [name, path] of pages) {
        const page = await visit.open(path, { ...looks, as: 'admin' });
        await settled(page);
        const violations = await axeViolations(page);
        if (violations.length > 0) found[name] = violations;
        await visit.leave();
      }
      expect(found).toEqual({});
    },
    240_000,
  );

  it('fits a phone 360 pixels wide, and a page magnified four times, without scrolling sideways', async () => {
    const wide: string[] = [];
    for (const [name, path] of pages) {
      const page = await visit.open(path, { as: 'admin', width: 360 });
      await settled(page);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth');
        if (scrolled > width) wide.push(`${name} at ${width}: ${scrolled}`);
      }
      await visit.leave();
    }
    expect(wide).toEqual([]);
  }, 240_000);

  it('begins with a link past the header, and a new page begins at its top', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('link', { name: 'Pipeline' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Pipelinen' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await page.title()).toContain('Pipelinen');
  });
});

describe('the dialogs', () => {
  it.each(LOOKS)('have nothing for axe to complain of, in $theme and $language', async looks => {
    const page = await visit.open(pages[1]![1], { ...looks, as: 'admin' });
    await page.locator('.deeds button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.deeds button').nth(1).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const anyone = await visit.open('/', looks);
    await anyone.locator('.top .tool.strong').click();
    await anyone.getByRole('dialog').waitFor();
    expect(await axeViolations(anyone)).toEqual([]);
  });
});
