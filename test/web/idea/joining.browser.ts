import { makeIdea, makeKey, makePartner, partnerId, unique } from '../support/make.js';
import { axeViolations, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** A partner with a key, seen through as `partner` in a visit of its own. */
async function another(): Promise<{ name: string; slug: string; other: Visit }> {
  const name = unique('Förfrågande');
  const slug = await makePartner(visit, name);
  const partner = await makeKey(visit, { name, role: 'PARTNER', partner: slug });
  return { name, slug, other: await Visit.begin({ ...visit.service, keys: { ...visit.service.keys, partner } }) };
}

const consortium = (page: Awaited<ReturnType<Visit['open']>>) => page.getByRole('region', { name: 'Konsortium' });

describe('joining an idea', () => {
  it('is asked for by a partner, and granted where the members stand', async () => {
    const idea = await makeIdea(visit);
    const { name, other } = await another();
    const page = await other.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(page).getByRole('button', { name: 'Be att få vara med' }).click();
    const dialog = page.getByRole('dialog', { name: 'Be att få vara med' });
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByLabel('Vad vill ni bidra med?').fill('Vi kan elnät.');
    await dialog.getByRole('button', { name: 'Skicka' }).click();
    await consortium(page).getByText('Ni har bett att få vara med').waitFor();
    const leader = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(leader).getByText('Vi kan elnät.').waitFor();
    await consortium(leader)
      .getByRole('button', { name: `Låt ${name} vara med` })
      .click();
    await consortium(leader).getByRole('link', { name }).waitFor();
    // As a member it signs its own letter, live on its own page.
    await consortium(page)
      .getByRole('button', { name: `Markera som undertecknad: ${name}` })
      .click();
    await consortium(page).getByText('undertecknad').first().waitFor();
    await other.leave();
    await other.end();
    expect([...visit.complaints, ...other.complaints]).toEqual([]);
  });

  it('is offered by an invitation, which shows a hidden idea until it is declined', async () => {
    const idea = await makeIdea(visit);
    const HIDE = 'mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }';
    await visit.ask(HIDE, { input: { id: idea.id, visibility: 'CONSORTIUM' } });
    const { name, slug, other } = await another();
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(page).getByText('Partner som skulle passa').click();
    await consortium(page).getByText('Konsortiet saknar sektorn').first().waitFor();
    await consortium(page).getByRole('button', { name: 'Bjud in partner' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bjud in en partner' });
    await dialog.getByRole('combobox', { name: 'Partner', exact: true }).fill(name);
    await dialog.getByRole('option', { name }).first().click();
    await dialog.getByRole('button', { name: 'Skicka' }).click();
    await consortium(page).getByText(`${name} är inbjuden som stödmottagare`).waitFor();
    const invited = await other.open(`/ideas/${idea.code}`, { as: 'partner' });
    await consortium(invited).getByText('Ni är inbjudna som stödmottagare.').waitFor();
    await invited.goto(`${visit.service.url}/partners/${slug}`);
    await invited.getByRole('button', { name: 'Tacka nej' }).click();
    await invited.getByRole('dialog').getByLabel('Skäl').fill('Ingen tid i år.');
    await invited.getByRole('dialog').getByRole('button', { name: 'Avböj' }).click();
    await invited.getByRole('button', { name: 'Tacka nej' }).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Historik' }).getByText('Ingen tid i år.').waitFor();
    await other.leave();
    await other.end();
  });
});

describe('an idea', () => {
  it('gets another owner, with the reason in its history', async () => {
    const idea = await makeIdea(visit);
    const name = unique('Arvtagare');
    const slug = await makePartner(visit, name);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'admin' });
    await page.getByRole('button', { name: 'Byt ägare …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ge idén en annan ägare' });
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Ny ägare' }).fill(name);
    await dialog.getByRole('option', { name }).first().click();
    await dialog.getByLabel('Varför').fill('Bolaget tar över.');
    await dialog.getByRole('button', { name: 'Byt ägare' }).click();
    await page.getByRole('region', { name: 'Historik' }).getByText('Bolaget tar över.').waitFor();
    const { idea: now } = await visit.ask<{ idea: { owner: { id: string } } }>(
      'query ($id: ID!) { idea(id: $id) { owner { id } } }',
      { id: idea.id },
    );
    expect(now.owner.id).toBe(await partnerId(visit, slug));
  });
});
