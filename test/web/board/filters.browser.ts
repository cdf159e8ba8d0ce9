import { makeIdea, makePartner, unique } from '../support/make.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
let owner: string;
beforeAll(async () => {
  visit = await Visit.begin();
  owner = await makePartner(visit, unique('Filterpartner'));
  await makeIdea(visit, { owner });
  await makeIdea(visit, { owner, without: 'OBJECTIVE' });
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('the filters of the board', () => {
  it('say how many ideas each choice gives, the others being as they are', async () => {
    const page = await visit.open(`/?partner=${owner}`);
    await page.getByText('2 idéer', { exact: true }).waitFor();
    await page.getByLabel('Fokusområde').focus();
    const tech = page.getByLabel('Fokusområde').locator('option', { hasText: 'Tech' });
    await tech.filter({ hasText: 'Tech (2)' }).waitFor({ state: 'attached' });
    const objective = (name: string) => page.getByLabel('Miljömål').locator('option', { hasText: name });
    expect(await objective('cirkulär ekonomi').innerText()).toMatch(/\(1\)$/);
    expect(await objective('biologisk mångfald').innerText()).toMatch(/\(0\)$/);
  });

  it('stand as chips that can be taken away one by one or all, and the focus stays among them', async () => {
    const page = await visit.open(`/?partner=${owner}&objective=CIRCULAR_ECONOMY&area=tech`);
    await page.getByText('1 idé', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Ta bort filtret Miljömål: .*cirkulär ekonomi/ }).press('Enter');
    await page.getByText('2 idéer', { exact: true }).waitFor();
    expect(await page.locator('.chips:focus').count()).toBe(1);
    expect(new URL(page.url()).search).toBe(`?partner=${owner}&area=tech`);
    await page.getByRole('button', { name: 'Rensa filter' }).click();
    await page.waitForURL(url => url.search === '');
  });

  it('ask for what is missing, for a programme and for how long it has been still, and say what they do not know', async () => {
    const page = await visit.open(`/?partner=${owner}`, { as: 'admin' });
    await page.getByText('2 idéer', { exact: true }).waitFor();
    await page.getByText('Fler filter').click();
    await page.getByLabel('Saknar').selectOption({ label: 'Miljömål' });
    await page.getByText('1 idé', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ta bort filtret Saknar: Miljömål' }).click();
    await page.getByText('2 idéer', { exact: true }).waitFor();
    await page.getByLabel('Orörd längre än').selectOption({ label: '30 dagar' });
    await page.getByText('0 idéer', { exact: true }).waitFor();
    const earlier = await visit.open('/?programme=FS1&state=all', { as: 'admin' });
    await earlier.getByText('2 idéer', { exact: true }).waitFor();
    await earlier.getByRole('button', { name: 'Ta bort filtret Program: Förstudie S3 Blekinge' }).waitFor();
    const wrong = await visit.open('/?missing=PENGAR', { as: 'admin' });
    await wrong.getByText('Det finns inget krav ”PENGAR”.').waitFor();
  });

  it('let a partner see its own ideas by one press', async () => {
    const page = await visit.open('/?view=full', { as: 'partner' });
    await page.getByRole('button', { name: 'Bara våra' }).click();
    await page.waitForURL(url => url.searchParams.get('mine') === '1');
    await page.locator('.card').filter({ hasNotText: 'Techtank' }).first().waitFor({ state: 'detached' });
    await page.locator('.card').first().waitFor();
    const signedOut = await visit.open('/');
    await signedOut.locator('.card').first().waitFor();
    expect(await signedOut.getByRole('button', { name: 'Bara våra' }).count()).toBe(0);
  });

  it.each([
    ['admin', /^I ansökningar: \d/],
    ['partner', /^I era ansökningar: \d/],
    [undefined, /^$/],
  ] as const)('leave over each column what its ideas ask for, to %s as far as they may know', async (as, said) => {
    const page = await visit.open('/?view=full', { as });
    await page.locator('#funding_application .card').first().waitFor();
    await page.locator('#funding_application .count', { hasText: /\d/ }).waitFor();
    const line = page.locator('#funding_application .asked');
    if (as) await line.filter({ hasText: /\d/ }).waitFor();
    expect(await line.innerText()).toMatch(said);
  });

  it.each(LOOKS)(
    'have nothing for axe to complain of, chosen and in compact cards, in $theme and $language',
    async looks => {
      const page = await visit.open(`/?partner=${owner}&view=compact&area=tech`, { as: 'admin', ...looks });
      await page.locator('.card').first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});
