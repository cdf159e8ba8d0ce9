import type { Page } from 'playwright-core';
import { makePartner, partnerId, unique } from '../support/make.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

const PARTNER = `query ($slug: String!) { partner(slug: $slug) {
  name sector organisationNumber pic country nutsCode website sv: description(locale: SV) en: description(locale: EN) version
} }`;
/** Gives a partner a number, as if somebody else did it. */
async function addPic(slug: string): Promise<void> {
  await visit.ask(
    'mutation ($input: UpdatePartnerInput!) { updatePartner(input: $input) { userErrors { message } } }',
    {
      input: { id: await partnerId(visit, slug), pic: String(Date.now()).slice(-9) },
    },
  );
}

interface Told {
  partner: Record<string, string | null> | null;
}

describe('a partner', () => {
  it('is added by Region Blekinge with all that there is to say of it, in both languages', async () => {
    const name = unique('Nya partnern');
    const page = await visit.open('/partners', { as: 'admin' });
    await page.getByRole('link', { name: 'Lägg till partner' }).click();
    await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(name);
    await page.getByLabel('Sektor').selectOption({ label: 'Akademi' });
    await page.getByRole('combobox', { name: 'Land' }).selectOption({ label: 'Danmark' });
    await page.getByLabel('NUTS-kod').fill('dk014');
    await page.getByLabel('Webbplats').fill('https://www.example.org');
    await page.getByLabel('Beskrivning på svenska').fill('Ett universitet.');
    await page.getByLabel('Beskrivning på engelska').fill('A university.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await heading(page, name).waitFor();
    await page.getByRole('status').getByText(`${name} är tillagd.`).waitFor();
    await page.getByText('Akademi · Danmark (DK014)').waitFor();
    const slug = new URL(page.url()).pathname.split('/').at(-1)!;
    const { partner } = await visit.ask<Told>(PARTNER, { slug });
    expect(partner).toMatchObject({ name, sector: 'ACADEMIA', country: 'DK', nutsCode: 'DK014' });
    expect(partner).toMatchObject({ website: 'https://www.example.org', sv: 'Ett universitet.', en: 'A university.' });
  });

  it('is refused at the very fields that are wrong, and what was written stays', async () => {
    const name = unique('Fel partner');
    const page = await visit.open('/partners/new', { as: 'admin' });
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Fyll i namn.').waitFor();
    await page.getByText('Välj sektor.').waitFor();
    await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(name);
    await page.getByLabel('Sektor').selectOption({ label: 'Stora företag' });
    await page.getByLabel('Organisationsnummer').fill('556000-4616');
    await page.getByLabel('PIC').fill('12345');
    await page.getByLabel('NUTS-kod').fill('DK014');
    await page.getByLabel('Beskrivning på engelska').fill('Only in English.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText(/^\d fält behöver rättas\.$/).waitFor();
    for (const [label, written] of [
      ['Organisationsnummer', '556000-4616'],
      ['PIC', '12345'],
      ['NUTS-kod', 'DK014'],
    ] as const) {
      const field = page.getByLabel(label);
      expect([label, await field.getAttribute('aria-invalid'), await field.inputValue()]).toEqual([
        label,
        'true',
        written,
      ]);
    }
    expect(await page.getByLabel('Beskrivning på svenska').getAttribute('aria-invalid')).toBe('true');
    const { partners } = await visit.ask<{ partners: { totalCount: number } }>(
      'query ($text: String!) { partners(filter: { text: $text }) { totalCount } }',
      { text: `"${name}"` },
    );
    expect(partners.totalCount).toBe(0);
  });

  it('is edited, and the edit is undone by the message that tells of it', async () => {
    const name = unique('Ändrade partnern');
    const slug = await makePartner(visit, name);
    const page = await visit.open(`/partners/${slug}`, { as: 'admin' });
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(`${name} AB`);
    await page.getByRole('button', { name: 'Spara' }).click();
    await heading(page, `${name} AB`).waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await heading(page, name).waitFor();
    await page.getByRole('status').getByText('Ändringen är ångrad.').waitFor();
    expect((await visit.ask<Told>(PARTNER, { slug })).partner).toMatchObject({ name, sector: 'BUSINESS_SME' });
  });

  it('that somebody else has edited meanwhile is not overwritten unseen', async () => {
    const name = unique('Partnern');
    const slug = await makePartner(visit, name);
    const page = await visit.open(`/partners/${slug}/edit`, { as: 'admin' });
    await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(`${name} AB`);
    await addPic(slug);
    // What others do is told to the page, which must not take the newer version for its own.
    await page.waitForTimeout(1_000);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page
      .getByRole('alert')
      .getByText(/ändrat/)
      .waitFor();
    expect((await visit.ask<Told>(PARTNER, { slug })).partner).toMatchObject({ name });
  });

  it('is not left half edited without a question', async () => {
    const slug = await makePartner(visit);
    const page = await visit.open(`/partners/${slug}/edit`, { as: 'admin' });
    await page.getByLabel('PIC').fill('123');
    const asked: string[] = [];
    page.on('dialog', dialog => (asked.push(dialog.message()), void dialog.dismiss()));
    await page.getByRole('link', { name: 'Utlysningar' }).click();
    expect(asked.length).toBe(1);
    expect(await page.getByLabel('PIC').inputValue()).toBe('123');
  });

  it("is neither added nor edited by others, to whom it isn't offered", async () => {
    const slug = await makePartner(visit);
    for (const as of ['partner', undefined] as const) {
      const page = await visit.open(`/partners/${slug}`, as && { as });
      expect(await page.getByRole('link', { name: 'Ändra' }).count()).toBe(0);
      await page.goto(`${visit.service.url}/partners/${slug}/edit`);
      await page.getByText('Bara Region Blekinge kan göra detta').waitFor();
      await visit.leave();
    }
  });
});

describe('the list of partners', () => {
  it('is narrowed by sector, country and words, which stand in the address', async () => {
    const name = unique('Filterpartner');
    await makePartner(visit, name);
    const page = await visit.open('/partners');
    await page.getByLabel('Sektor').selectOption({ label: 'Små och medelstora företag' });
    await page.getByRole('combobox', { name: 'Land' }).selectOption({ label: 'Sverige' });
    await page.getByRole('searchbox', { name: 'Sök partner' }).fill(name);
    await page.waitForURL(/q=/);
    await page.getByText('1 partner', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toContain('sector=BUSINESS_SME&country=SE');
    await page.reload();
    await page.getByRole('link', { name }).waitFor();
    await page.getByRole('combobox', { name: 'Land' }).selectOption({ label: 'Norge' });
    await page.getByText('Ingen partner passar filtren').waitFor();
    await page.goto(`${visit.service.url}/partners?sector=BANK`);
    await page.getByText('Det finns ingen sektor ”BANK”.').waitFor();
  });

  it('holds more than two hundred, page by page, and chooses among them by what is written', async () => {
    const word = unique('Mängd').replace(' ', '');
    await Promise.all(Array.from({ length: 205 }, (_, place) => makePartner(visit, `${word} nummer ${place}`)));
    const page = await visit.open(`/partners?q=${word}`);
    await page.getByText('205 partner', { exact: true }).waitFor();
    for (let shown = 50; shown < 205; shown += 50) {
      await page
        .locator('.partner-list > li')
        .nth(shown - 1)
        .waitFor();
      await page.getByRole('button', { name: 'Visa fler' }).click();
    }
    await page.locator('.partner-list > li').nth(204).waitFor();
    expect(await page.locator('.partner-list > li').count()).toBe(205);
  });
});

describe('the focus areas', () => {
  const areaCode = () => unique('omrade').replace(' ', '-');

  it('are added under the area they are a part of, with a code that is made from the name; what it may be stands at its field', async () => {
    const name = unique('Förnybar energi');
    const page = await visit.open('/focus-areas', { as: 'admin' });
    await page.getByRole('button', { name: 'Ny del av Tech' }).click();
    await page.getByLabel('Namn på svenska').fill(name);
    await page.getByLabel('Namn på engelska').fill('Renewable energy');
    const code = await page.getByLabel('Kod').inputValue();
    expect(code).toBe(`tech.${name.toLowerCase().replaceAll(' ', '-').replace('ö', 'o')}`);
    await page.getByLabel('Kod').fill('Inte Rätt');
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Koden ska vara ”tech.” följt av små bokstäver').waitFor();
    expect(await page.getByLabel('Kod').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Kod').fill(code);
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click();
    const row = page.locator('.area').filter({ hasText: code });
    await row.getByRole('heading', { name: `${name} / Renewable energy` }).waitFor();
    await row.getByRole('link', { name: '0 idéer' }).waitFor();
  });

  it('are edited in both languages, and the edit is undone', async () => {
    const code = areaCode();
    await visit.ask(
      'mutation ($input: CreateFocusAreaInput!) { createFocusArea(input: $input) { userErrors { message } } }',
      {
        input: { code, name: { sv: `Område ${code}` }, description: { sv: 'Som det var.' } },
      },
    );
    const page = await visit.open('/focus-areas', { as: 'admin' });
    await page.getByRole('button', { name: `Ändra Område ${code}` }).click();
    await page.getByLabel('Namn på engelska').fill('Area in English');
    await page.getByLabel('Vad det omfattar, på svenska').fill('Som det blev.');
    await page.getByRole('button', { name: 'Spara' }).click();
    const row = page.locator('.area').filter({ hasText: code });
    await row.getByRole('heading', { name: `Område ${code} / Area in English` }).waitFor();
    await row.getByText('Som det blev.').waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await row.getByText('Som det var.').waitFor();
    await row.getByRole('heading', { name: `Område ${code}`, exact: true }).waitFor();
  });

  it('are read by anyone, who is offered no change', async () => {
    const page = await visit.open('/focus-areas');
    await page.getByRole('heading', { name: 'Smart industri / Smart industry' }).waitFor();
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
  });
});

it.each(LOOKS)('axe finds nothing on these pages and dialogs in $theme and $language', async looks => {
  const page = await visit.open('/partners?sector=ACADEMIA', { as: 'admin', width: 390, ...looks });
  await page.locator('.exports summary').click();
  for (const path of ['/partners?sector=ACADEMIA', '/partners/new', '/focus-areas']) {
    if (!page.url().endsWith(path)) await page.goto(visit.service.url + path);
    await page.locator('main').locator('.partner-list li, form, .area').first().waitFor();
    if (path === '/partners/new') await page.locator('form .main-deed').click();
    expect([path, await axeViolations(page)]).toEqual([path, []]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  }
  for (const button of ['main > .deeds button', '.area button']) {
    await page.locator(button).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

describe('the page of one\u2019s own partner', () => {
  it('lets it say how it is reached, where the rest is Region Blekinge\u2019s to say', async () => {
    const page = await visit.open('/partners/techtank', { as: 'partner' });
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByText('Namn, sektor, land och nummer ändras av Region Blekinge.').waitFor();
    expect(await page.getByLabel('Sektor').count()).toBe(0);
    const address = `${unique('roll').replaceAll(/[^a-z0-9]/gi, '')}@techtank.example`;
    await page.getByLabel('E-post').fill(address);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('link', { name: address }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const stranger = await visit.open('/partners/techtank');
    await heading(stranger, 'Techtank').waitFor();
    expect(await stranger.getByText(address).count()).toBe(0);
    expect(await stranger.getByRole('link', { name: 'Ändra' }).count()).toBe(0);
  });
});

it('a partner that was added twice is merged into the other, whose page its address leads to', async () => {
  const [name, other] = [unique('Dubbelbolaget'), unique('Bolaget')];
  const slug = await makePartner(visit, name);
  await makePartner(visit, other);
  const page = await visit.open(`/partners/${slug}`, { as: 'admin' });
  await page.getByRole('button', { name: 'Slå ihop …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Inga idéer').waitFor();
  await dialog.getByRole('combobox', { name: 'Partner som blir kvar' }).fill(other);
  await dialog.getByRole('option', { name: other }).click();
  await dialog.getByText('Det går inte att ångra.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByLabel('Skäl').fill('Samma bolag.');
  await dialog.getByRole('button', { name: 'Slå ihop', exact: true }).click();
  await heading(page, other).waitFor();
  await page.goto(new URL(`/partners/${slug}`, page.url()).href);
  await heading(page, other).waitFor();
  await page.waitForURL(url => !url.pathname.endsWith(slug));
});
