import type { Page } from 'playwright-core';
import { makeIdeas, makePartner, unique, type MadeIdea } from '../support/make.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

const COUNT = 60;
const ALL_FIELDS = 'code,title,stage,state,owner,members,areas,ready,missing,days,deadline,asked,trl,updated,created';

let visit: Visit;
let owner: string;
let ideas: MadeIdea[];
beforeAll(async () => {
  visit = await Visit.begin();
  owner = await makePartner(visit, unique('Tabellpartner'));
  ideas = await makeIdeas(visit, owner, COUNT);
}, 120_000);
afterEach(() => visit.leave());
afterAll(() => visit.end());

const table = (page: Page) => page.getByRole('table');
const row = (page: Page, { code }: MadeIdea) => page.locator(`tr[data-code="${code}"]`);
const heading = (page: Page, name: string) => table(page).getByRole('columnheader', { name });
const open = (looks = {}) => visit.open(`/?partner=${owner}&view=table&sort=title`, looks);

describe('the table of ideas', () => {
  it('tells how many rows it has and which these are, though only those that are seen are in the page', async () => {
    const page = await open();
    await row(page, ideas[0]!).waitFor();
    expect(await table(page).getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
    expect(await row(page, ideas[0]!).getAttribute('aria-rowindex')).toBe('2');
    expect(await page.locator('tr[data-code]').count()).toBeLessThan(30);
    while (!(await row(page, ideas[COUNT - 1]!).isVisible()))
      await page.evaluate(`document.querySelector('.table-scroll').scrollBy(0, 2000)`);
    expect(await row(page, ideas[COUNT - 1]!).getAttribute('aria-rowindex')).toBe(String(COUNT + 1));
    expect(await heading(page, 'Titel').isVisible()).toBe(true);
  });

  it('breaks no word: its columns have room for the longest, and it scrolls sideways by itself', async () => {
    const page = await visit.open('/?view=table', { as: 'admin', width: 390 });
    await page.evaluate(`localStorage.setItem('table-fields', '${ALL_FIELDS}')`);
    await page.reload();
    await page.locator('tr[data-code]').first().waitFor();
    await page.evaluate(
      `document.querySelectorAll('.ideas :is(td, th)').forEach(one => (one.style.overflowWrap = 'normal'))`,
    );
    const tooLong = `[...document.querySelectorAll('.ideas th, .ideas td')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)`;
    expect(await page.evaluate(tooLong)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('is sorted by its headings, one way and the other, and the address keeps it', async () => {
    const page = await open();
    await row(page, ideas[0]!).waitFor();
    expect(await heading(page, 'Titel').getAttribute('aria-sort')).toBe('ascending');
    await heading(page, 'Titel').getByRole('button').click();
    await row(page, ideas[COUNT - 1]!).waitFor();
    expect(await heading(page, 'Titel').getAttribute('aria-sort')).toBe('descending');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-title');
    await page.reload();
    await row(page, ideas[COUNT - 1]!).waitFor();
    expect(await page.getByLabel('Ordning').locator('option:checked').innerText()).toBe('Titel, omvänt');
    // What the service has no order for has no button.
    expect(await heading(page, 'Ägare').getByRole('button').count()).toBe(0);
  });

  it('shows the columns one chooses, also the next time; money only to those who may see some', async () => {
    const page = await open({ as: 'admin' });
    await page.getByText('Kolumner', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Belopp i ansökningar' }).check();
    await page.getByRole('checkbox', { name: 'Fokusområden' }).uncheck();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('checkbox', { name: 'Belopp i ansökningar' }).isVisible()).toBe(false);
    await page.reload();
    await heading(page, 'Belopp i ansökningar').waitFor();
    expect(await heading(page, 'Fokusområden').count()).toBe(0);
    const anyones = await open();
    await anyones.getByText('Kolumner', { exact: true }).click();
    expect(await anyones.getByRole('checkbox', { name: 'Belopp i ansökningar' }).count()).toBe(0);
  });

  it('is what one sees next time, once chosen', async () => {
    const page = await visit.open(`/?partner=${owner}`);
    await page.getByRole('button', { name: 'Tabell', exact: true }).click();
    await row(page, ideas[0]!).waitFor();
    await page.goto(`${visit.service.url}/`);
    await table(page).waitFor();
  });

  it.each(LOOKS)('has nothing for axe to complain of, in $theme and $language', async looks => {
    const page = await open({ as: 'admin', ...looks });
    await row(page, ideas[0]!).waitFor();
    await page.locator('.chooser summary').click();
    expect(await axeViolations(page)).toEqual([]);
  });
});
