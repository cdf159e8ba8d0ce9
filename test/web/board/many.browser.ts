import type { Page } from 'playwright-core';
import { advance, makeIdeas, makePartner, unique, type MadeIdea } from '../support/make.js';
import { until, Visit } from '../support/visit.js';

const CONCEPTS = 60;
const CONSORTIA = 45;

let visit: Visit;
let owner: string;
let ideas: MadeIdea[];
beforeAll(async () => {
  visit = await Visit.begin();
  owner = await makePartner(visit, unique('Mångidépartner'));
  ideas = await makeIdeas(visit, owner, CONCEPTS + CONSORTIA);
  // The last of them by title go on to the second stage.
  await Promise.all(ideas.slice(CONCEPTS).map(idea => advance(visit, idea)));
}, 180_000);
afterEach(() => visit.leave());
afterAll(() => visit.end());

const all = () => `/?partner=${owner}&sort=title`;
const column = (page: Page) => page.locator('#concept');
const card = (page: Page, { code }: MadeIdea) => page.locator(`[data-code="${code}"]`);
const scrollDown = (page: Page) =>
  page.evaluate(
    `(scroller => scroller.scrollTo(0, scroller.scrollHeight))(document.querySelector('#concept .column-scroll'))`,
  );
const focused = (page: Page) =>
  page.evaluate<string | undefined>(`document.activeElement.closest('[data-code]')?.dataset.code`);
async function inWindow(page: Page, idea: MadeIdea): Promise<boolean> {
  const { y, height } = (await card(page, idea).boundingBox())!;
  return y >= 0 && y + height <= page.viewportSize()!.height;
}

describe('a board of many ideas', () => {
  it('holds only the cards that are seen, and fetches more as one scrolls, while the heading stays', async () => {
    const page = await visit.open(all());
    await card(page, ideas[0]!).waitFor();
    const heading = column(page).getByRole('heading', { level: 2 });
    await heading.filter({ hasText: String(CONCEPTS) }).waitFor();
    const before = await heading.boundingBox();
    const last = card(page, ideas[CONCEPTS - 1]!);
    while (!(await last.isVisible())) {
      await scrollDown(page);
      expect(await column(page).locator('.card').count()).toBeLessThan(30);
    }
    expect(await heading.boundingBox()).toEqual(before);
    expect(await column(page).locator('li', { has: last }).getAttribute('aria-posinset')).toBe(String(CONCEPTS));
    expect(await page.getByText(`${CONCEPTS} av ${CONCEPTS} idéer är hämtade.`).count()).toBe(1);
    expect(visit.complaints).toEqual([]);
  });

  it.each([
    ['the columns', all, 1280, '#concept .column-scroll'],
    ['the table', () => `${all()}&view=table`, 1280, '.table-scroll'],
    ['a phone', all, 390, 'html'],
  ])('is where one left it when one comes back from an idea, in %s', async (_, path, width, scroller) => {
    const page = await visit.open(path(), { width });
    const at = () => page.evaluate<number>(`Math.round(document.querySelector('${scroller}').scrollTop)`);
    await page.getByRole('link', { name: ideas[0]!.title }).waitFor();
    const fiftieth = page.getByRole('link', { name: ideas[49]!.title });
    while (!(await fiftieth.isVisible())) {
      await page.evaluate(`document.querySelector('${scroller}').scrollBy(0, 600)`);
      await page.waitForTimeout(50);
    }
    await fiftieth.scrollIntoViewIfNeeded();
    const [left, seen] = [await at(), await fiftieth.boundingBox()];
    await fiftieth.click();
    await page.getByRole('heading', { level: 1, name: ideas[49]!.title }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await until(page, `Math.abs(document.querySelector('${scroller}')?.scrollTop - ${left}) <= 1`);
    await fiftieth.waitFor();
    expect((await fiftieth.boundingBox())!.y).toBeCloseTo(seen!.y, -1);
  });

  it('is walked through by the Tab key, past what had been fetched, without losing the focus', async () => {
    const page = await visit.open(all());
    await card(page, ideas[0]!).getByRole('link').focus();
    for (const [place, idea] of ideas.slice(0, 45).entries()) {
      expect(await focused(page)).toBe(idea.code);
      // Fetched and drawn before one comes to it.
      await card(page, ideas[place + 1]!).waitFor();
      await page.keyboard.press('Tab');
    }
  });

  it('keeps the focus where it is while one scrolls away from it, and goes on from there', async () => {
    const page = await visit.open(all());
    await card(page, ideas[1]!).getByRole('link').focus();
    await scrollDown(page);
    await card(page, ideas[10]!).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(ideas[1]!.code);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(ideas[2]!.code);
    expect(await inWindow(page, ideas[2]!)).toBe(true);
  });

  it('brings a card that its menu moved into view where it went, lit and with the focus', async () => {
    const page = await visit.open(all(), { as: 'admin' });
    await page.locator('#consortium .card').first().waitFor();
    await page.evaluate(`document.querySelector('#consortium .column-scroll').scrollTo(0, 100000)`);
    await moveOn(page, ideas[3]!);
    await lit(page, ideas[3]!).waitFor();
    await card(page, ideas[3]!).locator('a:focus').waitFor();
    expect(await inWindow(page, ideas[3]!)).toBe(true);
    await lit(page, ideas[3]!).waitFor({ state: 'detached' });
  });

  it('shows it first where the list it went to has not been fetched so far', async () => {
    const page = await visit.open(`/?partner=${owner}&sort=waiting`, { as: 'admin' });
    const code = (await column(page).locator('.card').first().getAttribute('data-code'))!;
    const idea = ideas.find(one => one.code === code)!;
    await moveOn(page, idea);
    await lit(page, idea).waitFor();
    expect(await page.locator('#consortium .card').first().getAttribute('data-code')).toBe(code);
    expect(await inWindow(page, idea)).toBe(true);
  });

  it('points out what was moved from a row of the table, where it stands', async () => {
    const page = await visit.open(`${all()}&view=table`, { as: 'admin' });
    await moveOn(page, ideas[5]!);
    await page.locator(`tr.lit[data-code="${ideas[5]!.code}"]`, { hasText: 'Konsortium' }).waitFor();
  });
});

const lit = (page: Page, { code }: MadeIdea) => page.locator(`#consortium [data-code="${code}"].lit`);

async function moveOn(page: Page, idea: MadeIdea): Promise<void> {
  await card(page, idea)
    .getByRole('button', { name: `Flytta ${idea.code} …` })
    .click();
  await page.getByRole('menuitem', { name: 'Gå vidare till Konsortium' }).click();
}
