import { unique } from '../support/make.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

it('a focus area is taken out of use by Region Blekinge, and offered no more', async () => {
  const name = unique('Utgånget');
  await visit.ask(
    'mutation ($input: CreateFocusAreaInput!) { createFocusArea(input: $input) { userErrors { code } } }',
    {
      input: {
        code: unique('utganget')
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-'),
        name: { sv: name },
      },
    },
  );
  const page = await visit.open('/focus-areas', { as: 'admin' });
  await page.getByRole('button', { name: `Ta ur bruk: ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Det går inte att ångra.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByLabel('Skäl').fill('Strategin har skrivits om.');
  await dialog.getByRole('button', { name: 'Ta ur bruk', exact: true }).click();
  await page.getByRole('status').getByText(`${name} är taget ur bruk.`).waitFor();
  await page.locator('.area', { hasText: name }).getByText('ur bruk sedan').waitFor();
  await page.goto(new URL('/calls/new', page.url()).href);
  await page.getByRole('checkbox', { name: 'Tech', exact: true }).waitFor();
  expect(await page.getByRole('checkbox', { name }).count()).toBe(0);
});
