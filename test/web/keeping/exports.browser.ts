import { read, utils } from '@e965/xlsx';
import type { Download, Page } from 'playwright-core';
import { makeIdea, makePartner, publishCall, unique } from '../support/make.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** What a download holds; the browser keeps it elsewhere, so that it has no path here. */
async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Takes away what the page shows, and gives the file and its name. */
async function take(page: Page, form: string): Promise<{ name: string; bytes: Buffer }> {
  const file = page.waitForEvent('download');
  await page.getByText('Exportera', { exact: true }).click();
  await page.getByRole('link', { name: form }).click();
  const download = await file;
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

type Sheet = Record<string, string>[];

function rowsOf(bytes: Buffer): Sheet {
  const book = read(bytes);
  return utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0]!]!);
}

describe('what a list shows is taken away as it is narrowed:', () => {
  it('ideas of the board, in Excel with words for people', async () => {
    const idea = await makeIdea(visit);
    await makeIdea(visit);
    const page = await visit.open(`/?q=${encodeURIComponent(idea.title)}&area=tech&state=active`);
    await page.getByText(idea.title).first().waitFor();
    const { name, bytes } = await take(page, 'Öppna i Excel');
    expect(name).toBe('ideas.xlsx');
    expect(rowsOf(bytes).map(row => row['Nummer'])).toEqual([idea.code]);
  });

  it("a partner's ideas, by its slug in the address", async () => {
    const page = await visit.open('/?partner=techtank&state=all');
    const { bytes } = await take(page, 'CSV för program');
    const { partner } = await visit.ask<{ partner: { ideas: { totalCount: number } } }>(
      '{ partner(slug: "techtank") { ideas(first: 0) { totalCount } } }',
      {},
      'anyone',
    );
    const lines = bytes.toString().trim().split('\r\n');
    expect(lines.length - 1).toBe(partner.ideas.totalCount);
  });

  it('calls by their status, in a CSV that Swedish Excel opens and in the standards of open data', async () => {
    const title = await publishCall(visit);
    const page = await visit.open(`/calls?status=open&q=${encodeURIComponent(title)}`);
    await page.getByRole('link', { name: title }).first().waitFor();
    const { name, bytes } = await take(page, 'CSV med semikolon');
    expect(name).toBe('calls.csv');
    const lines = bytes.toString().trim().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?Beteckning;/);
    expect([lines.length, lines[1]!.includes(title)]).toEqual([2, true]);
    for (const form of ['JSON enligt GDP', 'JSON enligt CommonGrants']) {
      const address = await page.locator('.exports').getByText(form).getAttribute('href');
      const answer = await fetch(visit.service.url + address!);
      expect([form, answer.status, answer.headers.get('content-type')]).toEqual([
        form,
        200,
        'application/json; charset=utf-8',
      ]);
    }
  });

  it('partners by sector and words, and in English where the page is', async () => {
    const name = unique('Exportpartner');
    await makePartner(visit, name);
    const page = await visit.open(`/partners?sector=BUSINESS_SME&q=${encodeURIComponent(name)}`, { language: 'en' });
    await page.getByRole('link', { name }).waitFor();
    const file = page.waitForEvent('download');
    await page.getByText('Export', { exact: true }).click();
    await page.getByRole('link', { name: 'Open in Excel' }).click();
    const rows = rowsOf(await bytesOf(await file));
    expect(rows.map(row => [row['Name'], row['Sector']])).toEqual([[name, 'small and medium-sized enterprises']]);
  });

  it('the pipeline, in the focus area that is chosen', async () => {
    const page = await visit.open('/pipeline?area=tech');
    const { name, bytes } = await take(page, 'CSV för program');
    expect(name).toBe('pipeline.csv');
    const lines = bytes.toString().trim().split('\r\n');
    expect(lines[0]).toContain('asOf,focusArea,name,stage,ideas');
    expect(lines.length).toBeGreaterThan(1);
  });
});

it('who is signed in takes away what only the signed in may see, by the session and without a key in the address', async () => {
  const idea = await makeIdea(visit);
  const { updateIdea } = await visit.ask<{ updateIdea: { userErrors: unknown[] } }>(
    'mutation ($id: ID!) { updateIdea(input: { id: $id, visibility: CONSORTIUM }) { userErrors { message } } }',
    { id: idea.id },
  );
  expect(updateIdea.userErrors).toEqual([]);
  const path = `/?q=${encodeURIComponent(idea.title)}`;
  const partner = await visit.open(path, { as: 'partner' });
  await partner.getByText(idea.title).first().waitFor();
  expect((await take(partner, 'CSV för program')).bytes.toString()).toContain(idea.title);
  const addresses = partner.locator('.exports a').evaluateAll(links => links.map(link => link.getAttribute('href')));
  expect(String(await addresses)).not.toMatch(/key=|ks3_/);
  const anybody = await visit.open(path);
  expect((await take(anybody, 'CSV för program')).bytes.toString()).not.toContain(idea.title);
});

it('the menu opens, is walked and closed by the keyboard, and gives the focus back', async () => {
  const page = await visit.open('/partners');
  const menu = page.locator('.exports summary');
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Öppna i Excel');
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Exportera');
  expect(await page.getByRole('link', { name: 'Öppna i Excel' }).isVisible()).toBe(false);
});
