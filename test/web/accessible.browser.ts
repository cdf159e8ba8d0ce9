import type { Page } from 'playwright-core';
import { makeIdea } from './support/make.js';
import { axeViolations, LOOKS, Visit, type Looks } from './support/visit.js';

const ADDRESS = {
  agenda: () => '/agenda',
  board: () => '/?area=smart-industri',
  idea: () => `/ideas/${known.idea}`,
  pipeline: () => '/pipeline',
  calls: () => '/calls',
  call: () => `/calls/${known.call}`,
  form: () => `/calls/${known.call}/edit`,
  import: () => '/calls/import',
  partners: () => '/partners',
  partner: () => '/partners/techtank',
  account: () => '/account',
  explorer: () => '/explorer',
  nowhere: () => '/ideas/KS3-999999',
};
type PageName = keyof typeof ADDRESS;

let visit: Visit;
const known = { idea: '', call: '' };
beforeAll(async () => {
  visit = await Visit.begin();
  known.idea = (await makeIdea(visit, { without: 'OBJECTIVE' })).code;
  const { fundingCalls } = await visit.ask<{ fundingCalls: { nodes: { identifier: string }[] } }>(
    '{ fundingCalls(first: 1) { nodes { identifier } } }',
    {},
  );
  known.call = encodeURIComponent(fundingCalls.nodes[0]!.identifier);
});
afterAll(() => visit.end());

/** Waits until nothing on the page is still being fetched. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Shows the page in another language and theme, the way its reader would. */
async function show(page: Page, { theme, language }: Required<Pick<Looks, 'theme' | 'language'>>): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  const other = page.getByRole('button', { name: language === 'sv' ? 'Svenska' : 'English' });
  if (await other.isVisible()) await other.click();
  await page.locator(`html[lang=${language}]`).waitFor();
  await settled(page);
}

/** Where the focus is, and whether one can see that: an outline of two pixels, inside the window, covered by nothing. */
const FOCUS = `(() => {
  const it = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const { left, top, width, height } = it.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + Math.min(height, innerHeight - top) / 2];
  const shown = document.elementFromPoint(x, y);
  // The parts of a date field are the browser's own, and so are their outlines.
  const outlined = it.type === 'datetime-local' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
  return {
    name: it.tagName + ' ' + (it.getAttribute('aria-label') || it.textContent).trim().slice(0, 40),
    end: it === document.body,
    seen: outlined && shown !== null && (it.contains(shown) || shown.contains(it)),
  };
})()`;
interface Focus {
  name: string;
  end: boolean;
  seen: boolean;
}

/** The stops of the Tab key, from the beginning of the page to its end. */
async function stops(page: Page): Promise<Focus[]> {
  const found: Focus[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus>(FOCUS);
    if (focus.end) return found;
    found.push(focus);
  }
}

describe.each(Object.keys(ADDRESS) as PageName[])('the page %s', name => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open(ADDRESS[name](), { as: 'admin' });
    await settled(page);
  });
  afterAll(() => visit.leave());

  it('shows where the focus is at each stop of the Tab key', async () => {
    const all = await stops(page);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ seen }) => !seen)).toEqual([]);
  });

  it.each(LOOKS)('has nothing for axe to complain of, in $theme and $language', async looks => {
    await show(page, looks);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('fits a phone 360 pixels wide, and four times magnified, without scrolling sideways', async () => {
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });
});

describe('the dialogs', () => {
  afterEach(() => visit.leave());

  it('have nothing for axe to complain of, in both themes and languages', async () => {
    const page = await visit.open(ADDRESS.idea(), { as: 'admin' });
    for (const looks of LOOKS) {
      await show(page, looks);
      for (const deed of [0, 1]) {
        await page.locator('.deeds button').nth(deed).click();
        await page.getByRole('dialog').waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
    }
  });

  it('to sign in has nothing either', async () => {
    const page = await visit.open(ADDRESS.nowhere());
    await page.locator('.top .tool.strong').click();
    await page.getByRole('dialog').waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      expect(await axeViolations(page)).toEqual([]);
    }
  });
});

it('every page begins with a link past the header, and a new page begins at its top', async () => {
  const page = await visit.open('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.getByRole('link', { name: 'Översikt' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Översikt' }).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  expect(await page.title()).toContain('Översikt');
});
