import type { Page } from 'playwright-core';
import { applicationOf, change, makeCall, makeSubmitted } from '../support/make-application.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const applications = (page: Page) => page.getByRole('region', { name: 'Ansökningar' });
const told = (page: Page, text: string) => page.getByRole('status', { name: 'Meddelanden' }).getByText(text);
const deed = (page: Page, name: string | RegExp) => applications(page).getByRole('button', { name });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const here = (page: Page, text: string) =>
  applications(page).locator('[aria-current="step"]', { hasText: text }).waitFor();

it('an application is invited to the second stage, and handed in once more', async () => {
  const idea = await makeSubmitted(visit, await makeCall(visit, { twoStage: true }));
  const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
  await deed(page, /^Registrera inbjudan …/).click();
  expect(await axeViolations(page)).toEqual([]);
  await inDialog(page, 'Registrera inbjudan').click();
  await told(page, 'Inbjudan är registrerad.').waitFor();
  await here(page, 'Inbjuden till steg två');
  await applications(page).getByText('Sista ansökningsdag i steg två').waitFor();
  expect(await applicationOf(visit, idea)).toMatchObject({ status: 'INVITED', callStage: 2 });

  await deed(page, /^Ändra …/).click();
  await page.getByLabel('Sökt belopp', { exact: true }).fill('6 miljoner');
  await inDialog(page, 'Spara').click();
  await told(page, 'Ansökan är ändrad.').waitFor();
  await deed(page, /^Registrera inlämning …/).click();
  await inDialog(page, 'Registrera inlämning').click();
  await told(page, 'Inlämningen är registrerad.').waitFor();
  await here(page, 'Inlämnad');
  expect(await deed(page, /^Registrera inbjudan …/).count()).toBe(0);
  expect(await applicationOf(visit, idea)).toMatchObject({
    ...{ status: 'SUBMITTED', callStage: 2, requested: { amount: '6000000.00' } },
  });
});

it('a call of one stage invites nobody', async () => {
  const idea = await makeSubmitted(visit, await makeCall(visit));
  const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
  await deed(page, /^Registrera bedömning …/).waitFor();
  expect(await deed(page, /^Registrera inbjudan …/).count()).toBe(0);
});

it('a decision is corrected with a reason, by administrators alone', async () => {
  const idea = await makeSubmitted(visit, await makeCall(visit));
  const { applicationId: id } = idea;
  await change(visit, 'startReview', { id }, 'application { id }');
  await change(visit, 'recordDecision', { id, granted: false, reason: 'Fel ruta.' }, 'application { id }');
  const partner = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
  await here(partner, 'Avslagen');
  expect(await deed(partner, /^Rätta beslutet …/).count()).toBe(0);

  const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin' });
  await deed(page, /^Rätta beslutet …/).click();
  await page.getByRole('dialog').getByLabel('Beviljad').check();
  await page.getByLabel('Skäl').fill('Beslutet registrerades på fel ansökan.');
  expect(await axeViolations(page)).toEqual([]);
  await inDialog(page, 'Rätta beslutet').click();
  await told(page, 'Beslutet är rättat.').waitFor();
  expect(await applicationOf(visit, idea)).toMatchObject({ status: 'GRANTED', granted: { amount: '5000000.00' } });
});
