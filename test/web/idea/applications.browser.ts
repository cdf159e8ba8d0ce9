import type { Page } from 'playwright-core';
import { makeIdea } from '../support/make.js';
import {
  applicationOf,
  change,
  makeCall,
  makeDraft,
  makeSubmitted,
  type MadeCall,
} from '../support/make-application.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
let call: MadeCall;
beforeAll(async () => {
  visit = await Visit.begin();
  call = await makeCall(visit);
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const applications = (page: Page) => page.getByRole('region', { name: 'Ansökningar' });
const told = (page: Page, text: string | RegExp) => page.getByRole('status', { name: 'Meddelanden' }).getByText(text);
const deed = (page: Page, name: string) => applications(page).getByRole('button', { name });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

describe('an application is made in the browser', () => {
  it('from a search among all calls, by whoever leads the idea', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Starta ansökan').click();
    await page.getByRole('combobox', { name: /Eller sök bland alla/ }).fill(call.title);
    await page.getByRole('option', { name: call.title }).click();
    await page.getByLabel('Sökt belopp', { exact: true }).fill('9 miljoner');
    await page.getByText(/Mer än utlysningen ger, som är högst 8\s000\s000\skr. Ansökan kan sparas ändå./).waitFor();
    await page.getByLabel('Sökt belopp', { exact: true }).fill('5 miljoner');
    expect(await page.getByRole('dialog').innerText()).toMatch(/Utlysningen ger högst 8\s000\s000\skr/);
    expect(await page.getByText(/Mer än utlysningen ger/).count()).toBe(0);
    await inDialog(page, 'Starta ansökan').click();
    await told(page, `Ansökan till ${call.identifier} är påbörjad.`).waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({
      status: 'DRAFT',
      requested: { amount: '5000000.00', currency: 'SEK' },
      call: { identifier: call.identifier },
    });
  });

  it('at one of the calls that fit, which is chosen already', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const fits = page.getByRole('region', { name: 'Utlysningar som matchar' });
    await fits.getByRole('button', { name: 'Starta ansökan' }).first().click();
    await page.getByRole('dialog').getByText('Vald utlysning').waitFor();
    await inDialog(page, 'Starta ansökan').click();
    await told(page, /är påbörjad/).waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ status: 'DRAFT', requested: null });
    await fits.getByRole('link', { name: 'Ansökan finns' }).waitFor();
  });

  it('among the best matches, each with what speaks against it; without a choice it says so at the field', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}#start-application`, { as: 'partner' });
    const best = page.getByRole('dialog').getByRole('group', { name: 'Utlysningar som matchar bäst' });
    await best.getByRole('radio').first().waitFor();
    expect(await best.getByRole('list', { name: 'Talar emot' }).first().innerText()).not.toBe('');
    await inDialog(page, 'Starta ansökan').click();
    expect(await page.locator('.field-error').first().innerText()).toBe('Välj en utlysning.');
    await best.getByRole('radio').first().check();
    await inDialog(page, 'Starta ansökan').click();
    await told(page, /är påbörjad/).waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ status: 'DRAFT' });
    expect(page.url()).not.toContain('#');
  });

  it('on the page of a call, at an idea that it could carry', async () => {
    const one = await makeCall(visit);
    const page = await visit.open(`/calls/${one.identifier}`, { as: 'partner' });
    const ideas = page.getByRole('region', { name: /Idéer/ });
    const start = ideas.getByRole('button', { name: 'Starta ansökan' }).first();
    const code = /KS3-\d+/.exec(await start.innerText())![0];
    await start.click();
    await inDialog(page, 'Starta ansökan').click();
    await told(page, /är påbörjad/).waitFor();
    await page.getByRole('link', { name: 'Visa ansökan' }).click();
    await applications(page).getByRole('link', { name: one.title }).waitFor();
    expect(page.url()).toContain(`/ideas/${code}#applications`);
    expect(await page.evaluate('document.activeElement.id')).toBe('applications');
  });

  it('aims at one of several deadlines', async () => {
    const several = await makeCall(visit, { deadlines: 3 });
    const idea = await makeDraft(visit, several);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Ändra …').click();
    const choice = page.getByLabel('Sista ansökningsdag');
    const last = (await choice.locator('option').last().getAttribute('value'))!;
    await choice.selectOption(last);
    await inDialog(page, 'Spara').click();
    await told(page, 'Ansökan är ändrad.').waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ deadline: last });
  });
});

describe('an application that is there', () => {
  it('is rejected with the reason, which has to be told', async () => {
    const idea = await makeSubmitted(visit, call);
    await change(visit, 'startReview', { id: idea.applicationId }, 'application { id }');
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin' });
    await deed(page, 'Registrera beslut …').click();
    await page.getByRole('radio', { name: 'Avslagen' }).check();
    await inDialog(page, 'Registrera beslut').click();
    expect(await page.locator('.field-error').first().innerText()).toBe('Fyll i skäl.');
    expect(await applicationOf(visit, idea)).toMatchObject({ status: 'UNDER_REVIEW' });
    await page.getByLabel('Skäl').fill('Budgeten räckte inte.');
    await inDialog(page, 'Registrera beslut').click();
    await told(page, 'Beslutet är registrerat.').waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ status: 'REJECTED', granted: null });
  });

  it('is withdrawn with a reason', async () => {
    const idea = await makeDraft(visit, call);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Återkalla …').click();
    await page.getByLabel('Skäl').fill('Vi väntar till nästa år.');
    await inDialog(page, 'Återkalla ansökan').click();
    await told(page, 'Ansökan är återkallad.').waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('shows side by side what somebody else changed meanwhile, and overwrites nothing unseen', async () => {
    const idea = await makeDraft(visit, call);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await deed(page, 'Ändra …').click();
    await page.getByLabel('Sökt belopp', { exact: true }).fill('7 miljoner');
    await change(
      visit,
      'updateApplication',
      { id: idea.applicationId, requested: { amount: '6000000', currency: 'SEK' } },
      'application { id }',
    );
    const row = page.getByRole('dialog').getByRole('row', { name: /Sökt belopp/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/5\s000\s000.*6\s000\s000/);
    expect(await page.getByLabel('Sökt belopp', { exact: true }).inputValue()).toBe('7 miljoner');
    await inDialog(page, 'Spara').click();
    await told(page, 'Ansökan är ändrad.').waitFor();
    expect(await applicationOf(visit, idea)).toMatchObject({ requested: { amount: '7000000.00' } });
  });

  it('to a call that has not opened says when it can be submitted', async () => {
    const idea = await makeDraft(visit, await makeCall(visit, { forthcoming: true }));
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await applications(page).getByText('Kan lämnas in när utlysningen öppnar').waitFor();
    expect(await deed(page, 'Registrera inlämning …').count()).toBe(0);
  });

  it('shows others what is applied for, says that amounts are withheld, and offers them nothing', async () => {
    const idea = await makeDraft(visit, call);
    const page = await visit.open(`/ideas/${idea.code}`);
    await applications(page).getByText('Belopp visas bara för dem som deltar i idén.').waitFor();
    expect(await applications(page).getByRole('button').count()).toBe(0);
  });
});

describe('the dialogs of an application', () => {
  const draft = async () => makeDraft(visit, await makeCall(visit, { deadlines: 2 }));
  const submitted = () => makeSubmitted(visit, call);
  const underReview = async () => {
    const idea = await submitted();
    await change(visit, 'startReview', { id: idea.applicationId }, 'application { id }');
    return idea;
  };

  it.each([
    ['a draft', draft, LOOKS[0]],
    ['submitted', submitted, LOOKS[1]],
    ['under review', underReview, LOOKS[0]],
  ])('that is %s leave axe nothing to complain of', async (_, make, looks) => {
    const { code } = await make();
    const page = await visit.open(`/ideas/${code}`, { as: 'admin', width: 390, ...looks });
    const buttons = page.locator('.application-deeds button, .panel-head:has(#applications) > button');
    await buttons.first().waitFor();
    for (const button of await buttons.all()) {
      await button.click();
      await page.getByRole('dialog').locator('input, p').first().waitFor();
      await page.getByRole('dialog').locator('.skeleton').first().waitFor({ state: 'detached' });
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.keyboard.press('Escape');
    }
  });
});
