import type { Page } from 'playwright-core';
import { unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Pastes the text, and tells what the form then says, by its labels. */
async function readIn(page: Page, text: string): Promise<(label: string) => Promise<string>> {
  await page.getByLabel('Text om utlysningen').fill(text);
  await page.getByRole('button', { name: 'Fyll i från texten' }).click();
  await page.getByText('Ifyllt från texten, kontrollera:').first().waitFor();
  // What must be filled in has a mark in its label.
  return label =>
    page
      .getByLabel(new RegExp(`^${label}(?: \\*)?$`))
      .first()
      .inputValue();
}

describe('a call that is added from a text', () => {
  it('has what the text says plainly, and is saved once somebody has looked it through', async () => {
    const title = unique('Förstudier för fossilfri industri');
    const identifier = `PROV-${Date.now()}`;
    const page = await visit.open('/calls', { as: 'admin' });
    await page.getByRole('link', { name: 'Lägg till från text' }).click();
    const value = await readIn(
      page,
      `${title}\n\nProvmyndigheten utlyser 40 miljoner kronor. Utlysningen vänder sig till marin teknik.\nBeteckning: ${identifier}\nFinansiär: Provmyndigheten\nUtlysningen öppnar den 15 januari 2035 och sista ansökningsdag är 31 mars 2035 kl. 14.00.\nVarje projekt kan få högst 2,5 mkr och minst 500 tkr, dock som mest 50 procent av kostnaderna.\nMinst tre partner ska delta. Tekniken ska ligga på TRL 4–6. Läs mer på https://example.org/utlysning.`,
    );
    const said: Record<string, string> = {
      Beteckning: identifier,
      'Titel på svenska': title,
      'Titel på engelska': '',
      Finansiär: 'Provmyndigheten',
      Webbadress: 'https://example.org/utlysning',
      Öppnar: '2035-01-15T00:00',
      'Sista ansökningsdag 1': '2035-03-31T14:00',
      Budget: '40 000 000',
      'Minsta bidrag': '500 000',
      'Största bidrag': '2 500 000',
      Stödandel: '50',
      'Minst antal partner': '3',
      'Lägsta TRL': '4',
      'Högsta TRL': '6',
    };
    const read: Record<string, string> = {};
    for (const label of Object.keys(said)) read[label] = (await value(`${label}`)).replace(/\s/g, ' ');
    expect(read).toEqual(said);
    expect(await page.getByLabel('Marin teknik').isChecked()).toBe(true);

    await page.getByLabel(/^Program \*$/).fill('Provprogrammet');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('guesses nothing: a date or a sum that stands alone means nothing', async () => {
    const page = await visit.open('/calls/new#text', { as: 'admin' });
    const value = await readIn(
      page,
      'En utlysning\nNämnden sammanträdde den 3 mars 2035 och talade om 4 mkr. Deadline 31 juni 2035.',
    );
    expect(await value('Sista ansökningsdag 1')).toBe('');
    expect([await value('Öppnar'), await value('Budget'), await value('Största bidrag')]).toEqual(['', '', '']);
  });

  it('has an English text in both languages, until somebody translates it', async () => {
    const page = await visit.open('/calls/new#text', { as: 'admin' });
    const value = await readIn(
      page,
      'Title: Clean ports of the Baltic\nTopic: HORIZON-MISS-2035-03-OCEAN-01\nThe call opens 2035-02-01. Deadline: 20 September 2035, 17:00.\nGrants of up to €3 million for at least 3 organisations from at least two countries.',
    );
    expect(await value('Beteckning')).toBe('HORIZON-MISS-2035-03-OCEAN-01');
    expect(await value('Titel på engelska')).toBe('Clean ports of the Baltic');
    expect(await value('Sista ansökningsdag 1')).toBe('2035-09-20T17:00');
    expect([await value('Största bidrag'), await value('Minst antal länder')]).toEqual(['3 000 000', '2']);
    expect(await page.getByLabel('Valuta för Största bidrag').inputValue()).toBe('EUR');
  });
});
