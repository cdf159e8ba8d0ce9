import type { Locator, Page } from 'playwright-core';
import { swedishDay } from '../../../src/shared/time/local-time.js';
import { HANDS, type Hand } from '../support/hands.js';
import { unique, whereIs, type MadeIdea } from '../support/make.js';
import { applicationOf, makeCall, type MadeCall } from '../support/make-application.js';
import { projectOf } from '../support/make-project.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const WHAT = 'Fartyg som ligger i hamn värmer stadens hus med det som annars går rakt ut i havet.';

/** A member for each of three sectors, among them academia and business. */
const MEMBERS = ['Techtank', 'Blekinge Tekniska Högskola', 'Exempel'];

const YEAR = new Date().getUTCFullYear();

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const blocksOf = (page: Page) => part(page, 'Det här återstår');
const told = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).last().waitFor();

const ASIDE = '(it => it.scrollWidth - it.clientWidth)';

/** Says yes to the dialog that stands open, all of which is in view or below. */
async function agree({ page, press }: Hand): Promise<void> {
  expect(await page.evaluate(`${ASIDE}(document.querySelector('dialog'))`)).toBe(0);
  await press(page.getByRole('dialog').locator('.main-deed'));
}

async function begin({ page, press, write }: Hand, title: string): Promise<MadeIdea> {
  await write(page.getByRole('textbox', { name: 'Titel', exact: true }), title);
  await write(page.getByLabel('Sammanfattning: vad går idén ut på?'), 'Kort.');
  await write(page.getByLabel('Utmaning: varför behövs den?'), 'Värmen går förlorad.');
  await press(button(page, 'Skapa idén'));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const code = new URL(page.url()).pathname.split('/').at(-1);
  const query = 'query ($code: String) { idea(code: $code) { id code title } }';
  return (await visit.ask<{ idea: MadeIdea }>(query, { code })).idea;
}

/** Follows the way of each requirement of the first gate to what it asks for. */
async function describeWell({ page, press, write }: Hand): Promise<void> {
  const follow = (name: string) => press(blocksOf(page).getByRole('link', { name }));
  const save = async (what: string) => {
    await press(button(page, /^Spara$/));
    await told(page, `Sparat: ${what}.`);
  };
  await follow('Beskriv idén');
  await write(page.getByRole('textbox', { name: 'Sammanfattning', exact: true }), WHAT);
  await save('sammanfattning');
  await follow('Välj fokusområde');
  await press(page.getByLabel('Tech: Digitalisering'), 'Space');
  await save('fokusområden');
  await follow('Välj miljömål');
  await press(page.locator('[value=CIRCULAR_ECONOMY]'), 'Space');
  await save('miljömål');
}

/** Chooses a partner in the dialog that stands open, and adds it. */
async function add({ page, press, write, take }: Hand, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Lägg till partner i konsortiet' });
  await write(dialog.getByRole('combobox', { name: 'Partner', exact: true }), name);
  await take(dialog.getByRole('listbox').getByRole('option', { name }).first());
  await press(button(dialog, 'Lägg till'));
  await dialog.waitFor({ state: 'detached' });
  await told(page, new RegExp(`${name}.* är med i konsortiet`));
}

/** Gathers the consortium, from the coordinator to the last letter of intent. */
async function gather(hand: Hand): Promise<void> {
  const { page, press } = hand;
  const blocks = blocksOf(page);
  await press(blocks.getByRole('link', { name: 'Utse koordinator' }));
  await press(page.getByRole('link', { name: 'Lägg till en ny partner som koordinator' }));
  await add(hand, MEMBERS[0]!);
  await press(button(page, 'Saknas: Akademi'));
  await add(hand, MEMBERS[1]!);
  await press(blocks.getByRole('link', { name: 'Lägg till partner från sektorer som saknas' }));
  await add(hand, MEMBERS[2]!);
  const letters = button(blocks, /Markera som undertecknad/);
  // The page may still be reading who came last.
  await letters.nth(2).waitFor();
  for (const left of [2, 1, 0]) {
    await press(letters.first());
    await letters.nth(left).waitFor({ state: 'detached' });
  }
}

async function apply(hand: Hand, { title }: MadeCall): Promise<void> {
  const { page, press, write, take } = hand;
  await press(button(part(page, 'Ansökningar'), 'Starta ansökan'));
  await write(page.getByRole('combobox', { name: /Eller sök bland alla/ }), title);
  await take(page.getByRole('option', { name: title }));
  await write(page.getByLabel('Sökt belopp', { exact: true }), '5 miljoner');
  await agree(hand);
  await told(page, /är påbörjad/);
}

async function submit(hand: Hand): Promise<void> {
  const { page, press, write } = hand;
  await press(button(page, 'Registrera inlämning …'));
  await write(page.getByLabel('Diarienummer'), '2026-0117');
  await agree(hand);
  await told(page, 'Inlämningen är registrerad.');
  await press(button(page, 'Registrera bedömning …'));
  await agree(hand);
  await told(page, 'Ansökan är under bedömning.');
  expect(await button(page, 'Registrera beslut …').count()).toBe(0);
}

async function decide(hand: Hand): Promise<void> {
  const { page, press, write } = hand;
  await press(button(page, 'Registrera beslut …'));
  await write(page.getByRole('textbox', { name: 'Beviljat belopp' }), '4,5 mkr');
  await agree(hand);
  await told(page, 'Beslutet är registrerat.');
}

async function plan({ page, press, write, choose }: Hand): Promise<void> {
  const row = (name: string) => page.getByRole('group', { name, exact: true });
  await press(blocksOf(page).getByRole('link', { name: 'Planera milstolpar' }));
  await write(page.getByLabel('Startdag'), `${YEAR - 1}-01-01`);
  await write(page.getByLabel(/^Slutdag/), `${YEAR + 4}-12-31`);
  await write(page.getByRole('textbox', { name: 'Hela budgeten' }), '4,5 miljoner');
  await press(button(page, 'Lägg till milstolpe'));
  await write(row('Milstolpe 1').getByLabel('Namn på svenska'), 'Provanläggningen är igång');
  await write(row('Milstolpe 1').getByLabel('Ska nås senast'), `${YEAR}-12-31`);
  await press(button(page, 'Lägg till resultat'));
  await write(row('Resultat 1').getByLabel('Namn på svenska'), 'En öppen tjänst');
  await choose(row('Resultat 1').getByLabel('Slag'), 'Tjänst');
  await press(button(page, 'Lägg till indikator'));
  await write(row('Indikator 1').getByLabel('Kod, till exempel RCO 10'), 'RCO 10');
  await write(row('Indikator 1').getByLabel('Namn på svenska'), 'Företag som samverkar');
  await write(row('Indikator 1').getByLabel('Enhet'), 'företag');
  await write(row('Indikator 1').getByLabel('Utgångsvärde'), '0');
  await write(row('Indikator 1').getByLabel('Mål', { exact: false }).last(), '40');
  await press(button(page, 'Spara planen'));
  await told(page, 'Planen är sparad.');
}

/** Records what a project under way brings about, and amends it once. */
async function follow(hand: Hand): Promise<void> {
  const { page, press, write, choose } = hand;
  const dialog = page.getByRole('dialog');
  await press(button(page, /^Markera som nådd …/));
  await agree(hand);
  await told(page, 'Milstolpen ”Provanläggningen är igång” är nådd.');
  await press(button(page, /^Ändra läge/));
  await choose(dialog.getByLabel('Läge'), 'Levererad');
  await agree(hand);
  await told(page, '”En öppen tjänst”: levererad.');
  await press(button(page, /^Registrera mätvärde/));
  await write(dialog.getByLabel('Värde (företag)'), '24,5');
  await agree(hand);
  await told(page, 'Mätvärdet för RCO 10 är registrerat.');
  await part(page, 'Projektet').getByText('61 % av vägen till målet').waitFor();
  await press(button(page, 'Skriv lägesrapport'));
  await choose(dialog.getByLabel('Så går det'), 'Vissa risker');
  await write(dialog.getByLabel('Vad har hänt, och vad står i vägen?'), 'Tillståndet dröjer.');
  await agree(hand);
  await told(page, 'Lägesrapporten är publicerad.');
  await press(button(page, 'Ändra projektet'));
  await write(page.getByLabel(/^Slutdag/), `${YEAR + 5}-12-31`);
  await write(page.getByLabel('Skäl'), 'Varvet levererar senare.');
  await press(button(page, 'Spara ändringen'));
  await told(page, 'Projektet är ändrat.');
}

async function complete(hand: Hand): Promise<void> {
  const { page, press, write } = hand;
  await press(button(page, 'Slutför projektet …'));
  await write(page.getByLabel('Skäl'), 'Allt är levererat.');
  await agree(hand);
  await page.locator('.state.completed').first().waitFor();
}

/** Hands differ in what pages do: on the embedded database one is enough. */
const hands = process.env.TEST_DATABASE_URL ? HANDS : HANDS.slice(0, 1);

describe.each(hands)('by $by', ({ hand, width }) => {
  const at = async (path: string, as: 'partner' | 'admin') => hand(await visit.open(path, { as, width }));
  const onward = async ({ page, press }: Hand, stage: string) => {
    await press(button(page, `Gå vidare till ${stage}`));
    await told(page, new RegExp(`är nu i ${stage}`));
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  };

  it('Techtank takes a new idea to a finished project, which Region Blekinge decides on and completes', async () => {
    const techtank = await at('/ideas/new', 'partner');
    const idea = await begin(techtank, unique('Spillvärme'));
    await describeWell(techtank);
    await onward(techtank, 'Konsortium');
    await gather(techtank);
    await apply(techtank, await makeCall(visit));
    await onward(techtank, 'Ansökan');
    await submit(techtank);

    const region = await at(`/ideas/${idea.code}`, 'admin');
    await decide(region);
    await plan(techtank);
    await onward(techtank, 'Projekt');
    await follow(techtank);
    // What Techtank has just changed Region Blekinge has read.
    await region.page
      .getByText(`31 dec. ${YEAR + 5}`)
      .first()
      .waitFor();
    await complete(region);
    await techtank.page.locator('.state.completed').first().waitFor();

    const today = swedishDay(new Date());
    expect(await whereIs(visit, idea)).toEqual({ stage: 'PROJECT', state: 'COMPLETED' });
    expect(await applicationOf(visit, idea)).toMatchObject({
      ...{ status: 'GRANTED', reference: '2026-0117', requested: { amount: '5000000.00', currency: 'SEK' } },
      granted: { amount: '4500000.00', currency: 'SEK' },
    });
    expect(await projectOf(visit, idea)).toMatchObject({
      ...{ startsOn: `${YEAR - 1}-01-01`, endsOn: `${YEAR + 5}-12-31`, budget: { amount: '4500000.00' } },
      milestones: [{ dueOn: `${YEAR}-12-31`, completedOn: today }],
      outcomes: [{ kind: 'SERVICE', status: 'DELIVERED', deliveredOn: today }],
      indicators: [{ code: 'RCO 10', target: '40', measurements: [{ on: today, value: '24.5' }] }],
      revisions: [{ reason: 'Varvet levererar senare.' }],
    });
    expect(visit.complaints).toEqual([]);
  }, 180_000);
});
