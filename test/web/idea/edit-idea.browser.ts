import type { Page } from 'playwright-core';
import { hasFocus } from '../support/keyboard.js';
import { makeIdea, retitle, unique, type MadeIdea } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const pen = (page: Page, part: string) => page.getByRole('button', { name: `Redigera ${part}` });
const titleField = (page: Page) => page.getByRole('textbox', { name: 'Titel', exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
const told = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

/** What the service keeps of the idea. */
async function kept({ id }: MadeIdea) {
  const { idea } = await visit.ask<{ idea: Record<string, unknown> }>(
    'query ($id: ID) { idea(id: $id) { sv: title(locale: SV) en: title(locale: EN) summary missions technologyReadinessLevel visibility focusAreas { code } } }',
    { id },
  );
  return idea;
}

async function updateByOther({ id }: MadeIdea, changes: object): Promise<void> {
  await visit.ask('mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }', {
    input: { id, ...changes },
  });
}

describe("an idea's description", () => {
  it('is edited part by part where it stands, and each change can be undone', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await pen(page, 'EU-uppdrag').click();
    await page
      .getByLabel('Återställ vårt hav', { exact: false })
      .or(page.locator('[value=OCEAN_AND_WATERS]'))
      .first()
      .check();
    await save(page);
    await told(page, 'Sparat: EU-uppdrag.');
    expect(await hasFocus(page, pen(page, 'EU-uppdrag'))).toBe(true);
    await pen(page, 'teknisk mognad').click();
    await page.getByLabel('Teknisk mognad (TRL)').selectOption('5');
    await save(page);
    await told(page, 'Sparat: teknisk mognad.');
    await pen(page, 'vem som ser idén').click();
    await page.getByLabel('Konsortiet').check();
    await save(page);
    await told(page, 'Sparat: vem som ser idén.');
    const changed = { missions: ['OCEAN_AND_WATERS'], technologyReadinessLevel: 5, visibility: 'CONSORTIUM' };
    expect(await kept(idea)).toMatchObject(changed);
    await page.getByRole('button', { name: 'Ångra' }).last().click();
    await told(page, 'Återställt: vem som ser idén.');
    expect(await kept(idea)).toMatchObject({ ...changed, visibility: 'PUBLIC' });
    expect(visit.complaints).toEqual([]);
  });

  it('is left by Escape, which asks before something written is lost', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await pen(page, 'titel').click();
    await titleField(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await hasFocus(page, pen(page, 'titel'))).toBe(true);
    await page.keyboard.press('Enter');
    await titleField(page).fill('Något annat');
    const asked: string[] = [];
    page.on('dialog', dialog => (asked.push(dialog.message()), void dialog.dismiss()));
    await page.keyboard.press('Escape');
    expect(await titleField(page).inputValue()).toBe('Något annat');
    expect(asked).toHaveLength(1);
  });
});

describe('two who edit the same part', () => {
  it('see both versions side by side; mine is kept unless I choose theirs, and nothing is saved before', async () => {
    const idea = await makeIdea(visit);
    const [mine, theirs] = [unique('Min titel'), unique('Deras titel')];
    const page = await visit.open(`/ideas/${idea.code}#title`, { as: 'partner' });
    await titleField(page).fill(mine);
    await retitle(visit, idea, theirs);
    await save(page);
    const clash = page.getByRole('group', { name: 'Titel' });
    await clash.getByText(mine).waitFor();
    await clash.getByText(theirs).waitFor();
    expect(await clash.getByLabel('Det du skrev').isChecked()).toBe(true);
    expect(await kept(idea)).toMatchObject({ sv: theirs });
    await page.getByRole('button', { name: 'Spara det valda' }).click();
    await page.getByRole('heading', { level: 1, name: mine }).waitFor();
    expect(await kept(idea)).toMatchObject({ sv: mine });
  });

  it('can keep what the other wrote, and still what only one of them changed', async () => {
    const idea = await makeIdea(visit);
    const [english, theirs] = [unique('My title'), unique('Deras titel')];
    const page = await visit.open(`/ideas/${idea.code}#title`, { as: 'partner' });
    await titleField(page).fill(unique('Min titel'));
    await page.getByText('På engelska', { exact: true }).click();
    await page.getByLabel('Titel på engelska').fill(english);
    await retitle(visit, idea, theirs);
    await save(page);
    await page.getByRole('group', { name: 'Titel' }).getByLabel('Det som är sparat nu').check();
    await page.getByRole('button', { name: 'Spara det valda' }).click();
    await told(page, 'Sparat: titel.');
    expect(await kept(idea)).toMatchObject({ sv: theirs, en: english });
  });

  it('are not asked where they changed different things', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}#trl`, { as: 'partner' });
    await page.getByLabel('Teknisk mognad (TRL)').selectOption('4');
    await updateByOther(idea, { missions: ['SOIL'] });
    await save(page);
    await told(page, 'Sparat: teknisk mognad.');
    expect(await kept(idea)).toMatchObject({ technologyReadinessLevel: 4, missions: ['SOIL'] });
  });

  it('do not undo each other', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}#title`, { as: 'partner' });
    await titleField(page).fill(unique('Min titel'));
    await save(page);
    await told(page, 'Sparat: titel.');
    const theirs = unique('Deras titel');
    await retitle(visit, idea, theirs);
    await page.getByRole('button', { name: 'Ångra' }).click();
    await told(page, 'Det gick inte att ångra: idén har ändrats igen sedan dess. Titta efter vad som gäller nu.');
    expect(await kept(idea)).toMatchObject({ sv: theirs });
  });
});
