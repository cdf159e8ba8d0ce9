import type { Page } from 'playwright-core';
import { makePartner, unique } from '../support/make.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Who a secret lets in, as the API answers it. */
async function viewerBy(secret: string): Promise<{ status: number; viewer?: { name: string; role: string } }> {
  const response = await fetch(`${visit.service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: '{"query":"{ viewer { name role partner { name } } }"}',
  });
  const { data } = (await response.json()) as { data?: { viewer: { name: string; role: string } } };
  return { status: response.status, ...(data && { viewer: data.viewer }) };
}

/** What the browser keeps, in which no secret that was shown may be. */
const KEPT = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie])';

const keyRow = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Makes an integrator's key and returns its secret; the page is then the list. */
async function makeIntegrator(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Ny API-nyckel' }).click();
  await page.getByLabel('Namn').fill(name);
  await page.getByLabel('Roll').selectOption({ label: 'Integratör' });
  await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
  const secret = await page.getByLabel('API-nyckel', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Jag har sparat den' }).click();
  await keyRow(page, name).waitFor();
  return secret;
}

describe('a key', () => {
  it('is made for a partner that is found by its name, and its secret is shown once and kept nowhere', async () => {
    const partner = unique('Nyckelpartner');
    await makePartner(visit, partner);
    const name = unique('Partnerns nyckel');
    const page = await visit.open('/keys', { as: 'admin' });
    await page.getByRole('button', { name: 'Ny API-nyckel' }).click();
    await page.getByLabel('Namn').fill(name);
    await page.getByRole('combobox', { name: 'Partner' }).fill(partner);
    await page.getByRole('option', { name: partner }).click();
    await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
    const secret = await page.getByLabel('API-nyckel', { exact: true }).inputValue();
    expect(await viewerBy(secret)).toEqual({
      status: 200,
      viewer: { name, role: 'PARTNER', partner: { name: partner } },
    });
    expect(await page.evaluate(KEPT)).not.toContain(secret);

    await page.getByRole('button', { name: 'Jag har sparat den' }).click();
    await keyRow(page, name).getByText('Gäller till').waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await keyRow(page, name).waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('lets the tools of an agent write where that was chosen, and the list says so', async () => {
    const [quiet, writing] = [unique('Läser'), unique('Skriver')];
    const page = await visit.open('/keys', { as: 'admin' });
    for (const name of [quiet, writing]) {
      await page.getByRole('button', { name: 'Ny API-nyckel' }).click();
      await page.getByLabel('Namn').fill(name);
      await page.getByLabel('Roll').selectOption({ label: 'Administratör' });
      const box = page.getByRole('group', { name: 'Verktyg för AI-agenter' }).getByRole('checkbox');
      expect(await box.isChecked()).toBe(false);
      if (name === writing) await box.check();
      await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
      await page.getByRole('button', { name: 'Jag har sparat den' }).click();
      await keyRow(page, name).waitFor();
    }
    expect(await keyRow(page, writing).getByText('Verktyg får ändra').count()).toBe(1);
    expect(await keyRow(page, quiet).getByText('Verktyg får ändra').count()).toBe(0);
  });

  it('is copied with one press, asks before its secret is left, and stays when one has not saved it', async () => {
    const page = await visit.open('/keys', { as: 'admin' });
    await page.getByRole('button', { name: 'Ny API-nyckel' }).click();
    await page.getByLabel('Namn').fill(unique('Nyckel'));
    await page.getByLabel('Roll').selectOption({ label: 'Integratör' });
    await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
    const secret = page.getByLabel('API-nyckel', { exact: true });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Kopiera: API-nyckel' }).click();
    await page.getByText('Kopierad.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await secret.inputValue());
    const asked: string[] = [];
    page.on('dialog', dialog => (asked.push(dialog.message()), void dialog.dismiss()));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).click();
    expect(asked).toEqual(Array(2).fill('Har du sparat den? När du stänger går den inte att visa igen.'));
    expect(await secret.isVisible()).toBe(true);
  });

  it('is revoked once one has read what falls with it, and lets nobody in any more', async () => {
    const name = unique('Fallande nyckel');
    const page = await visit.open('/keys', { as: 'admin' });
    const secret = await makeIntegrator(page, name);
    const token = unique('Kalendern');
    await fetch(`${visit.service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({
        query: 'mutation ($name: String!) { createFeedToken(input: { name: $name }) { secret } }',
        variables: { name: token },
      }),
    });
    await page.reload();
    await keyRow(page, name).getByRole('button', { name: 'Återkalla …' }).click();
    const dialog = page.getByRole('dialog', { name: `Återkalla ${name}?` });
    await dialog.getByText(`Prenumerationsnyckeln ${token}`).waitFor();
    await dialog.getByRole('button', { name: 'Återkalla nyckeln' }).click();
    await page.getByRole('status').getByText(`${name} är återkallad.`).waitFor();
    await keyRow(page, name).waitFor({ state: 'hidden' });
    expect((await viewerBy(secret)).status).toBe(401);
    await page.getByText(/nycklar som inte gäller längre/).click();
    await keyRow(page, token).getByText('Återkallad').waitFor();
  });
});

describe('a feed token', () => {
  it('is made by a partner with ready addresses, which show what the partner sees and sign nobody in', async () => {
    const name = unique('Vår kalender');
    const page = await visit.open('/keys', { as: 'partner' });
    await page.getByRole('button', { name: 'Ny prenumerationsnyckel' }).click();
    await page.getByText('Läser aldrig belopp eller avsiktsförklaringar').waitFor();
    await page.getByLabel('Var den används').fill(name);
    await page.getByRole('button', { name: 'Skapa prenumerationsnyckeln' }).click();
    const secret = await page.getByLabel('Prenumerationsnyckel', { exact: true }).inputValue();
    for (const [label, type] of [
      ['Kalender', 'text/calendar; charset=utf-8'],
      ['Idéer i Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['Utlysningar i Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['Översikten som CSV', 'text/csv; charset=utf-8'],
      ['Idéer som flöde', 'application/atom+xml; charset=utf-8'],
      ['Utlysningar som flöde', 'application/atom+xml; charset=utf-8'],
    ] as const) {
      const answer = await fetch(await page.getByLabel(label, { exact: true }).inputValue());
      expect([label, answer.status, answer.headers.get('content-type')]).toEqual([label, 200, type]);
    }
    expect((await viewerBy(secret)).status).toBe(403);
    expect(await page.evaluate(KEPT)).not.toContain(secret);
    await page.getByRole('button', { name: 'Jag har sparat den' }).click();

    await keyRow(page, name).getByRole('button', { name: 'Återkalla …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Återkalla nyckeln' }).click();
    await keyRow(page, name).waitFor({ state: 'hidden' });
    const gone = await fetch(`${visit.service.url}/calendar.ics?key=${secret}`);
    expect(gone.status).toBe(401);
  });

  it('gets no new secret, and is revoked only by who made it', async () => {
    const page = await visit.open('/keys', { as: 'partner' });
    const name = unique('Skärmen');
    await page.getByRole('button', { name: 'Ny prenumerationsnyckel' }).click();
    await page.getByLabel('Var den används').fill(name);
    await page.getByRole('button', { name: 'Skapa prenumerationsnyckeln' }).click();
    await page.getByRole('button', { name: 'Jag har sparat den' }).click();
    expect(await keyRow(page, name).getByRole('button').allTextContents()).toEqual(['Återkalla …']);
  });
});

describe('a key of a partner', () => {
  it('is made by the partner itself, gets a new secret beside the old one, and is revoked', async () => {
    const name = unique('Vår integration');
    const page = await visit.open('/keys', { as: 'partner' });
    await page.getByRole('button', { name: 'Ny API-nyckel' }).click();
    await page.getByText('Den faller med nyckeln du är inloggad med').waitFor();
    expect(await page.getByLabel('Roll').count()).toBe(0);
    await page.getByLabel('Namn').fill(name);
    await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
    const old = await page.getByLabel('API-nyckel', { exact: true }).inputValue();
    expect(await viewerBy(old)).toMatchObject({ viewer: { name, role: 'PARTNER', partner: { name: 'Techtank' } } });
    await page.getByRole('button', { name: 'Jag har sparat den' }).click();

    await keyRow(page, name).getByRole('button', { name: 'Ny hemlighet …' }).click();
    await page.getByRole('button', { name: 'Skapa ny hemlighet' }).click();
    const secret = await page.getByLabel('API-nyckel', { exact: true }).inputValue();
    expect(secret).not.toBe(old);
    expect(await page.evaluate(KEPT)).not.toContain(secret);
    await page.getByRole('button', { name: 'Jag har sparat den' }).click();
    await keyRow(page, name).getByText('Gamla hemligheten gäller till').waitFor();
    expect([(await viewerBy(old)).status, (await viewerBy(secret)).status]).toEqual([200, 200]);

    await keyRow(page, name).getByRole('button', { name: 'Återkalla …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Återkalla nyckeln' }).click();
    await keyRow(page, name).waitFor({ state: 'hidden' });
    expect([(await viewerBy(old)).status, (await viewerBy(secret)).status]).toEqual([401, 401]);
  });
});

describe('the page and its dialogs', () => {
  it.each(LOOKS)('have nothing for axe to complain of, in $theme and $language', async looks => {
    const page = await visit.open('/keys', { as: 'admin', width: 390, ...looks });
    await page.locator('.key-row').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.deeds button').first().click();
    await page.locator('select[name=role]').selectOption('INTEGRATOR');
    await page.locator('input[name=name]').fill(unique('Nyckel'));
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.dialog .main-deed').click();
    await page.locator('.snippet').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.dialog .main-deed').click();
    await page.locator('.key-row button').nth(1).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.deeds button').nth(1).click();
    await page.locator('.dialog input[name=expiresAt]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
