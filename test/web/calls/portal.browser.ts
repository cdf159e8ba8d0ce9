import { makeIdea, unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const DAY = 86_400_000;

interface CallWish {
  title?: string;
  funder?: string;
  inDays?: number;
  focusAreas?: string[];
}

async function makeCall({ title = unique('Provutlysning'), inDays = 40, ...wish }: CallWish): Promise<string> {
  const input = {
    identifier: title.replaceAll(' ', '-'),
    title: { sv: title },
    programme: 'Provprogrammet',
    funder: 'Provfinansiären',
    deadlineModel: 'SINGLE_STAGE',
    deadlines: [{ at: new Date(Date.now() + inDays * DAY).toISOString() }],
    grantMin: { amount: '500000', currency: 'SEK' },
    grantMax: { amount: '5000000', currency: 'SEK' },
    ...wish,
  };
  const { createFundingCall } = await visit.ask<any>(
    'mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(createFundingCall.userErrors).toEqual([]);
  return title;
}

describe('the list of calls', () => {
  it('is narrowed by funder, focus area and deadline, in the address, and each filter can be taken away', async () => {
    const funder = unique('Finansiär');
    const near = await makeCall({ funder, inDays: 10, focusAreas: ['tech.digitalisering'] });
    const far = await makeCall({ funder, inDays: 60 });
    const page = await visit.open('/calls');
    const list = page.getByRole('region', { name: 'Lista' });
    const titles = async () =>
      (await list.locator('.call-row h2 a').allInnerTexts()).filter(one => one === near || one === far);
    await page.getByLabel('Finansiär').selectOption(funder);
    await list.getByText('2 utlysningar').waitFor();
    expect(await titles()).toEqual([near, far]);
    expect(new URL(page.url()).searchParams.get('funder')).toBe(funder);

    await page.getByLabel('Sista ansökningsdag inom').selectOption('14');
    await list.getByText('1 utlysning', { exact: true }).waitFor();
    expect(await titles()).toEqual([near]);
    await page.reload();
    await list.getByText('1 utlysning', { exact: true }).waitFor();

    await list.getByRole('button', { name: 'Ta bort filtret Sista ansökningsdag inom: 14 dagar' }).click();
    await list.getByText('2 utlysningar').waitFor();
    await page.getByLabel('Fokusområde').selectOption('tech.digitalisering');
    await list.getByText('1 utlysning', { exact: true }).waitFor();
    expect(await titles()).toEqual([near]);
  });

  it('shows a partner the calls that match its own ideas, and how many', async () => {
    const idea = await makeIdea(visit);
    const title = await makeCall({ title: `${idea.title} utlyst` });
    const page = await visit.open('/calls', { as: 'partner' });
    await page.getByRole('button', { name: 'Matchar våra idéer' }).click();
    const row = page.locator('.call-row').filter({ has: page.getByRole('link', { name: title, exact: true }) });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Matchar \d+ av våra/);
    expect(new URL(page.url()).searchParams.get('mine')).toBe('1');
  });

  it('tells on two lines from whom, when it closes and how much it grants', async () => {
    const funder = unique('Finansiär');
    await makeCall({ funder, inDays: 10, focusAreas: ['tech.digitalisering'] });
    const page = await visit.open(`/calls?funder=${encodeURIComponent(funder)}`, { as: 'admin' });
    const row = page.locator('.call-row').first();
    await row.getByText(/idé/).waitFor();
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain(`${funder} · Provprogrammet · Digitalisering`);
    expect(text).toMatch(/\(om (9|10) dagar\)/);
    expect(text).toContain('0,5–5 mn kr');
    expect((await row.boundingBox())!.height).toBeLessThanOrEqual(80);
  });

  it('says that a funder in the address is none', async () => {
    const page = await visit.open('/calls?funder=Ingen');
    await page.getByText('Det finns ingen finansiär ”Ingen”.').waitFor();
    await page.getByRole('button', { name: 'Visa utan filtret' }).click();
    await page.locator('.call-row').first().waitFor();
  });
});

describe('the calendar', () => {
  it('begins at the month of the first deadline, and stands after the list on a phone', async () => {
    const { fundingCalls } = await visit.ask<any>(
      '{ fundingCalls(first: 1, filter: { statuses: [OPEN, FORTHCOMING] }, orderBy: { field: NEXT_DEADLINE, direction: ASC }) { nodes { nextDeadline } } }',
      {},
      'anyone',
    );
    const page = await visit.open('/calls', { width: 390 });
    const calendar = page.getByRole('region', { name: 'Sista ansökningsdagar' });
    const month = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'Europe/Stockholm' });
    await calendar.getByRole('heading', { name: month.format(new Date(fundingCalls.nodes[0].nextDeadline)) }).waitFor();
    const [list, after] = [page.locator('.call-list').first(), calendar];
    await list.waitFor();
    expect((await after.boundingBox())!.y).toBeGreaterThan((await list.boundingBox())!.y);
  });
});

describe('the form of a call', () => {
  it('says what is missing at each field by its label, and leads to the first', async () => {
    const page = await visit.open('/calls/new', { as: 'admin' });
    await page.getByText('Fält märkta med * måste fyllas i.').waitFor();
    await page.getByLabel('Webbadress').fill('www.example.org');
    await page.getByRole('button', { name: 'Spara' }).click();
    expect(await page.locator('.field .field-error').allInnerTexts()).toEqual([
      'Fyll i beteckning.',
      'Fyll i titel på svenska.',
      'Fyll i program.',
      'Fyll i finansiär.',
      'Skriv en fullständig webbadress, till exempel https://www.example.se.',
    ]);
    expect(await page.evaluate('document.activeElement.getAttribute("name")')).toBe('identifier');
  });

  it('takes amounts as people write them, and says what the service refuses at the right deadline', async () => {
    const title = unique('Provutlysning');
    const page = await visit.open('/calls/new', { as: 'admin' });
    await page.getByLabel('Beteckning').fill(title.replaceAll(' ', '-'));
    await page.getByLabel('Titel på svenska').fill(title);
    await page.getByLabel(/^Program \*$/).fill('P');
    await page.getByLabel('Finansiär').fill('F');
    await page.getByLabel('Ansökningsförfarande').selectOption('TWO_STAGE');
    await page.getByLabel('Öppnar').fill('2035-02-01T00:00');
    await page.getByRole('button', { name: 'Lägg till sista ansökningsdag' }).click();
    await page.getByRole('button', { name: 'Lägg till sista ansökningsdag' }).click();
    await page.getByLabel('Sista ansökningsdag 1', { exact: true }).fill('2035-03-01T17:00');
    await page.getByLabel('Sista ansökningsdag 3', { exact: true }).fill('2034-03-01T17:00');
    await page.getByRole('textbox', { name: 'Största bidrag' }).fill('2,5 mkr');
    await page.getByText(/= 2\s500\s000\skr/).waitFor();
    await page.getByRole('textbox', { name: 'Minsta bidrag' }).fill('ganska mycket');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Skriv ett belopp, till exempel').waitFor();
    await page.getByRole('textbox', { name: 'Minsta bidrag' }).fill('5 miljoner');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Största bidrag får inte vara mindre än Minsta bidrag.').waitFor();
    const third = page.locator('.field').filter({ has: page.getByLabel('Sista ansökningsdag 3', { exact: true }) });
    expect(await third.innerText()).toContain('Sista ansökningsdagen ligger före öppningen.');
    await page.getByRole('textbox', { name: 'Minsta bidrag' }).fill('500 tkr');
    await page.getByLabel('Sista ansökningsdag 3', { exact: true }).fill('2035-09-01T17:00');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const { fundingCall } = await visit.ask<any>(
      'query ($identifier: String) { fundingCall(identifier: $identifier) { grantMin { amount } grantMax { amount } deadlines { at } } }',
      { identifier: title.replaceAll(' ', '-') },
    );
    expect([fundingCall.grantMin.amount, fundingCall.grantMax.amount, fundingCall.deadlines.length]).toEqual([
      '500000.00',
      '2500000.00',
      2,
    ]);
  });
});
