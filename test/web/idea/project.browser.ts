import type { Page } from 'playwright-core';
import { makeGranted, makeProject, planFor, projectOf } from '../support/make-project.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const project = (page: Page) => page.getByRole('region', { name: 'Projektet', exact: true });
const demands = (page: Page) => page.getByRole('region', { name: 'För att bli ett projekt' });
const told = (page: Page, text: string | RegExp) => page.getByRole('status', { name: 'Meddelanden' }).getByText(text);
const deed = (page: Page, name: string | RegExp) => project(page).getByRole('button', { name });
const row = (page: Page, name: string) => project(page).getByRole('group', { name, exact: true });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

describe('a project is planned in the browser', () => {
  it('from nothing to a plan that tells how far it meets the gate', async () => {
    const idea = await makeGranted(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Planera projektet').click();
    await page.getByLabel('Startdag').fill('2027-01-01');
    await page.getByLabel(/^Slutdag/).fill('2031-12-30');
    await demands(page).getByText('4 år, 11 månader och 30 dagar, programmet kräver 5–10 år').waitFor();
    await page.getByLabel(/^Slutdag/).fill('2031-12-31');
    await demands(page).getByText('5 år, programmet kräver 5–10 år').waitFor();
    await page.getByRole('textbox', { name: 'Hela budgeten' }).fill('6 miljoner');
    await demands(page)
      .getByText(/1\s000\s000\skr saknas: 5\s000\s000\skr finns i beviljade belopp och åtaganden/)
      .waitFor();
    await page.getByRole('textbox', { name: 'Hela budgeten' }).fill('5 miljoner');

    await deed(page, 'Lägg till milstolpe').click();
    const milestone = row(page, 'Milstolpe 1');
    await milestone.getByLabel('Namn på svenska').fill('Provanläggningen är igång');
    await milestone.getByLabel('Ska nås senast').fill('2032-01-01');
    await milestone.getByText('Ligger utanför projekttiden.', { exact: false }).waitFor();
    await demands(page).getByText('1 milstolpe ligger utanför projekttiden').waitFor();
    await milestone.getByLabel('Ska nås senast').fill('2031-12-31');
    await deed(page, 'Lägg till resultat').click();
    await row(page, 'Resultat 1').getByLabel('Namn på svenska').fill('En öppen tjänst');
    await row(page, 'Resultat 1').getByLabel('Slag').selectOption('SERVICE');
    await deed(page, 'Lägg till indikator').click();
    const indicator = row(page, 'Indikator 1');
    await indicator.getByLabel('Kod, till exempel RCO 10').fill('RCO 10');
    await indicator.getByLabel('Enhet').fill('företag');
    await indicator.getByLabel('Namn på svenska').fill('Företag som samverkar');
    await indicator.getByLabel('Mål', { exact: false }).last().fill('12,5');
    expect(await demands(page).locator('.unmet').count()).toBe(0);
    await deed(page, 'Spara planen').click();
    await told(page, 'Planen är sparad.').waitFor();
    expect(await projectOf(visit, idea)).toMatchObject({
      startsOn: '2027-01-01',
      endsOn: '2031-12-31',
      budget: { amount: '5000000.00', currency: 'SEK' },
      milestones: [{ title: 'Provanläggningen är igång', dueOn: '2031-12-31' }],
      outcomes: [{ kind: 'SERVICE' }],
      indicators: [{ code: 'RCO 10', baseline: null, target: '12.5' }],
    });
  });

  it('anew: parts that stay keep their identity, in both their languages', async () => {
    const idea = await planFor(visit, await makeGranted(visit));
    const page = await visit.open(`/ideas/${idea.code}#plan`, { as: 'partner' });
    await row(page, 'Milstolpe 2').getByLabel('Namn på svenska').waitFor();
    expect(await row(page, 'Milstolpe 2').getByLabel('Namn på engelska').inputValue()).toBe('The service is open');
    await row(page, 'Milstolpe 2').getByLabel('Namn på svenska').fill('Tjänsten används');
    await deed(page, 'Ta bort milstolpe 1').click();
    await deed(page, 'Spara planen').click();
    await told(page, 'Planen är sparad.').waitFor();
    const { milestones, outcomes } = (await projectOf(visit, idea))!;
    expect(milestones).toMatchObject([{ id: idea.milestones[1], title: 'Tjänsten används' }]);
    expect(outcomes).toMatchObject([{ id: idea.outcomes[0], environmentalObjectives: ['CIRCULAR_ECONOMY'] }]);
    expect(page.url()).not.toContain('#plan');
  });

  it('says what is wrong at the field of the row it is about', async () => {
    const idea = await planFor(visit, await makeGranted(visit));
    const page = await visit.open(`/ideas/${idea.code}#plan`, { as: 'partner' });
    await row(page, 'Milstolpe 2').getByLabel('Ska nås senast').fill('');
    await deed(page, 'Spara planen').click();
    expect(await row(page, 'Milstolpe 2').locator('.field-error').innerText()).toBe('Fyll i ska nås senast.');
    expect(await page.evaluate('document.activeElement.name')).toBe('milestones.1.dueOn');
    await row(page, 'Milstolpe 2').getByLabel('Ska nås senast').fill('2028-01-01');
    await page.getByLabel(/^Slutdag/).fill('2020-01-01');
    await deed(page, 'Spara planen').click();
    await page.getByText('Sista dagen ska ligga efter första dagen.').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('endsOn');
  });
});

describe('a project is followed in the browser', () => {
  it('refuses a second value for a day, a day before it began and a number that is none, at their fields', async () => {
    const idea = await makeProject(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    for (const value of ['12', '13']) {
      await deed(page, /^Registrera mätvärde/).click();
      await page.getByRole('dialog').getByLabel('Värde (företag)').fill('tolv');
      await inDialog(page, 'Registrera mätvärde').click();
      expect(await page.locator('.field-error').first().innerText()).toBe('Skriv ett tal, till exempel 12,5.');
      await page.getByRole('dialog').getByLabel('Värde (företag)').fill(value);
      await page.getByRole('dialog').getByLabel('Dag').fill('2000-01-01');
      await inDialog(page, 'Registrera mätvärde').click();
      expect(await page.locator('.field-error').first().innerText()).toMatch(/^Välj en dag tidigast \d{4}-01-01\.$/);
      await page.getByRole('dialog').getByLabel('Dag').fill(new Date().toISOString().slice(0, 10));
      await inDialog(page, 'Registrera mätvärde').click();
      if (value === '12') await told(page, 'Mätvärdet för RCO 10 är registrerat.').waitFor();
    }
    await page.getByRole('dialog').locator('.field-error, .notice.bad').first().waitFor();
    expect((await projectOf(visit, idea))!.indicators[0]!.measurements).toHaveLength(1);
  });

  it('by all who see the idea, without anything to do for others than those who lead it', async () => {
    const idea = await makeProject(visit);
    const page = await visit.open(`/ideas/${idea.code}`);
    await project(page).getByText('0 av 2 milstolpar nådda, 1 försenad', { exact: false }).waitFor();
    expect(
      await project(page)
        .getByRole('img', { name: /^Tidslinje från/ })
        .isVisible(),
    ).toBe(true);
    expect(await project(page).getByRole('list', { name: 'Milstolpar' }).getByRole('listitem').count()).toBe(2);
    expect(await project(page).getByRole('button').count()).toBe(0);
  });
});

describe('the project and its dialogs', () => {
  it.each(LOOKS)('have nothing for axe to complain of, in $theme and $language', async looks => {
    const [followed, planned] = [await makeProject(visit), await planFor(visit, await makeGranted(visit))];
    const page = await visit.open(`/ideas/${followed.code}`, { as: 'admin', width: 390, ...looks });
    const buttons = page.locator('.project .followed button, .project .indicator button');
    await buttons.first().waitFor();
    for (const button of await buttons.all()) {
      await button.click();
      await page.getByRole('dialog').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const plan = await visit.open(`/ideas/${planned.code}#plan`, { as: 'admin', ...looks });
    await plan.locator('.plan-row').last().waitFor();
    for (const summary of await plan.locator('.plan-row summary').all()) await summary.click();
    expect(await axeViolations(plan)).toEqual([]);
    for (const width of [390, 320]) {
      await plan.setViewportSize({ width, height: 900 });
      expect(await plan.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });
});
