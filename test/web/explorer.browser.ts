import type { Page } from 'playwright-core';
import { hasFocus, press, walkTo, write } from './support/keyboard.js';
import { makeIdea, retitle, unique } from './support/make.js';
import { axeViolations, LOOKS, Visit, type Looks } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const documentOf = (page: Page) => page.getByRole('textbox', { name: /GraphQL$/ });
const answerOf = (page: Page) => page.locator('.explorer-answer');
const schemaOf = (page: Page) => page.locator('.explorer-schema');

/** The explorer, once it knows the schema. */
async function explorer(looks: Looks = {}, address = '/explorer'): Promise<Page> {
  const page = await visit.open(address, looks);
  await schemaOf(page).getByRole('searchbox').waitFor();
  return page;
}

/** Walks to the editor and writes the document in the place of what stands there, by the keyboard alone. */
async function writeDocument(page: Page, text: string): Promise<void> {
  await walkTo(page, page.locator('.code-editor.document'));
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

describe('the explorer, by the keyboard alone', () => {
  it('asks as anyone, and with a key as whoever has it, under the policy of all pages', async () => {
    const page = await explorer();
    await writeDocument(page, '{ viewer { name role } }');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('"role": null').waitFor();
    await answerOf(page)
      .getByText(/HTTP 200 · .* poäng/)
      .waitFor();

    await write(page, page.getByLabel('Annan nyckel'), visit.service.keys.partner);
    await press(page, page.getByRole('button', { name: 'Kör' }));
    await answerOf(page).getByText('"role": "PARTNER"').waitFor();

    await page.getByLabel('Annan nyckel').fill('ks3_no_such_key');
    await press(page, page.getByRole('button', { name: 'Kör' }));
    await answerOf(page).getByText('UNAUTHENTICATED').waitFor();
    // A refusal is an answer that the browser writes in its console; nothing else stands there.
    expect(visit.complaints.filter(text => !text.includes('401'))).toEqual([]);
  });

  it('completes a field, marks what the schema has not, and tells of it in words', async () => {
    const page = await explorer();
    await writeDocument(page, '{ viewer { name } ');
    await page.keyboard.type('fundingC');
    const options = page.getByRole('listbox').getByRole('option');
    await options.filter({ hasText: 'fundingCalls' }).waitFor();
    expect(await documentOf(page).getAttribute('aria-activedescendant')).toBeTruthy();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await documentOf(page).innerText()).toContain('viewer { name } fundingCalls');

    await writeDocument(page, '{ viewer { wage } }');
    await page.locator('.explorer-problems').getByText('Cannot query field "wage" on type "Viewer".').waitFor();
    await page.locator('.explorer-problems').getByText('Rad 1:').waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('says what the field at the cursor means, and leads to it in the schema and on to its type', async () => {
    const page = await explorer();
    await writeDocument(page, '{ viewer { role } }');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    const below = page.locator('.explorer-cursor');
    await below.getByText('Viewer.role', { exact: true }).waitFor();
    const description = await below.locator('.schema-description').innerText();
    expect(description.length).toBeGreaterThan(10);

    await press(page, page.getByRole('button', { name: 'Visa i schemat' }));
    const part = schemaOf(page).locator('[data-part="role"]');
    await part.getByText(description).waitFor();
    expect(await hasFocus(page, part)).toBe(true);
    await press(page, part.getByRole('button', { name: 'Role' }));
    const values = schemaOf(page).locator('[data-part="ADMIN"]');
    await values.waitFor();
    expect(await values.locator('.schema-description').innerText()).not.toBe('');
    expect(await hasFocus(page, schemaOf(page).getByRole('heading', { name: 'Role' }))).toBe(true);
  });

  it('finds in the schema by name and by what descriptions say', async () => {
    const page = await explorer();
    await write(page, schemaOf(page).getByRole('searchbox'), 'advanceIdea');
    await press(page, schemaOf(page).getByRole('button', { name: 'Mutation.advanceIdea' }));
    await schemaOf(page).locator('[data-part="advanceIdea"] .schema-args').getByText('input').waitFor();
    await write(page, schemaOf(page).getByRole('searchbox'), 'TypeID');
    await schemaOf(page)
      .getByText(/\d+ träffar/)
      .waitFor();
  });

  it('follows a subscription by WebSocket with the key, and stops', async () => {
    const idea = await makeIdea(visit);
    const page = await explorer();
    const sent: string[] = [];
    page.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await write(page, page.getByLabel('Annan nyckel'), visit.service.keys.admin);
    await writeDocument(page, 'subscription { activity { kind idea { title(locale: SV) } } }');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('Följer.').waitFor();
    const title = unique('Hörd idé');
    const isHeard = () =>
      answerOf(page)
        .getByText(title)
        .first()
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => false,
        );
    do await retitle(visit, idea, unique(title));
    while (!(await isHeard()));
    const [begun] = sent.filter(frame => frame.includes('connection_init'));
    expect(begun).toContain(`Bearer ${visit.service.keys.admin}`);
    await press(page, page.getByRole('button', { name: 'Stoppa' }));
    await answerOf(page).getByText('Avslutad.').waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('says why a subscription is refused', async () => {
    const page = await explorer();
    await writeDocument(page, 'subscription { nothing }');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('GRAPHQL_VALIDATION_FAILED').waitFor();
    await page.getByLabel('Annan nyckel').fill('ks3_no_such_key');
    await press(page, page.getByRole('button', { name: 'Kör' }));
    await answerOf(page).getByText('Nyckeln släpps inte in.').waitFor();
  });

  it('opens an example with its variables and the key of the demo data, and what was run before', async () => {
    const page = await explorer();
    await writeDocument(page, '# Mine\n{ viewer { name } }');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('HTTP 200').waitFor();
    await walkTo(page, page.getByLabel('Färdig fråga'));
    await page.keyboard.type('What waits');
    await press(page, page.getByRole('button', { name: 'Öppna' }));
    expect(await hasFocus(page, page.locator('.code-editor.document'))).toBe(true);
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('"agendaCount"').waitFor();
    // The demo data's key, where there is such.
    const { examples } = (await (await fetch(`${visit.service.url}/explorer.json`)).json()) as {
      examples: { query: string; key: string | null }[];
    };
    const { key } = examples.find(({ query }) => query.startsWith('# What waits'))!;
    expect(await page.getByLabel('Annan nyckel').inputValue()).toBe(key ?? '');

    await walkTo(page, page.getByLabel('Färdig fråga'));
    await page.keyboard.type('Mine');
    await press(page, page.getByRole('button', { name: 'Öppna' }));
    expect(await documentOf(page).innerText()).toContain('# Mine');
  });

  it('runs the operation that the cursor stands in, and sets a document out anew with its comments', async () => {
    const page = await explorer();
    await writeDocument(page, '# Both\nquery First { viewer { name } } query Second { viewer { role } }');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('"role": null').waitFor();
    await press(page, page.getByRole('button', { name: 'Snygga till' }));
    await documentOf(page).getByText('query Second {', { exact: true }).waitFor();
    expect(await documentOf(page).innerText()).toContain('# Both\nquery First {\n  viewer {\n    name');
    await page.getByLabel('Vad som körs').selectOption('First');
    await press(page, page.getByRole('button', { name: 'Kör' }));
    await answerOf(page).getByText('"name": "anonymous"').waitFor();
  });

  it('says what is wrong with variables, and keeps what is written while one looks at another page', async () => {
    const page = await explorer();
    await writeDocument(page, 'query Kept { viewer { name } }');
    await walkTo(page, page.locator('.code-editor.variables'));
    await page.keyboard.insertText('[1]');
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText('Variablerna ska vara ett objekt').waitFor();
    await page.reload();
    await documentOf(page).getByText('query Kept').waitFor();
  });
});

describe('whoever is signed in', () => {
  it('asks and changes as oneself, by the cookie alone', async () => {
    const idea = await makeIdea(visit);
    const page = await explorer({ as: 'partner' });
    await page.getByText('frågan ställs som Techtank').waitFor();
    await writeDocument(
      page,
      'mutation ($id: ID!) { followIdea: updateIdea(input: { id: $id, title: { sv: "Bytt" } }) { idea { code } userErrors { code } } }',
    );
    await walkTo(page, page.locator('.code-editor.variables'));
    await page.keyboard.insertText(JSON.stringify({ id: idea.id }));
    const asked = page.waitForRequest(request => request.postData()?.includes('followIdea') ?? false);
    await page.keyboard.press('Control+Enter');
    await answerOf(page).getByText(`"code": "${idea.code}"`).waitFor();
    expect((await asked).headers()).not.toHaveProperty('authorization');
    await page.locator('.connection[data-state="LIVE"]').waitFor();
  });

  it('is asked nothing by a document that an address brings', async () => {
    const page = await explorer(
      { as: 'partner' },
      `/explorer?query=${encodeURIComponent('{ viewer { brought: name } }')}`,
    );
    expect(await documentOf(page).innerText()).not.toContain('brought');
  });
});

it.each(LOOKS)('the explorer has nothing for axe to complain of, in $theme and $language', async looks => {
  const page = await explorer(looks);
  await writeDocument(page, '{ viewer { wage } }');
  await page.locator('.explorer-problems').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await writeDocument(page, '{ viewer { name } ');
  await page.keyboard.type('idea');
  await page.getByRole('listbox').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.type(' { code } }');
  await page.keyboard.press('Control+Enter');
  await answerOf(page).locator('pre').waitFor();
  await page.getByRole('button', { name: 'Query', exact: true }).click();
  await schemaOf(page).locator('[data-part="ideas"]').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  expect(await axeViolations(page)).toEqual([]);
});

describe('all that the explorer loads', () => {
  const BUDGET = 1_200_000;

  const LOADED = `['navigation', 'resource']
    .flatMap(kind => performance.getEntriesByType(kind))
    .map(({ name, encodedBodySize }) => [name, encodedBodySize])`;

  it('weighs less than 1.2 MB as it is served, is kept for ever, and comes under the policy of all pages', async () => {
    const page = await explorer();
    await page.waitForLoadState('networkidle');
    const sizes = new Map(await page.evaluate<[string, number][]>(LOADED));
    const files = [...sizes.keys()].filter(url => url.includes('/assets/'));
    expect(files.length).toBeGreaterThan(3);
    const sum = [...sizes.values()].reduce((one, other) => one + other, 0);
    expect(sum).toBeGreaterThan(200_000);
    expect(sum).toBeLessThan(BUDGET);
    for (const encoding of ['br', 'gzip']) {
      let weight = 0;
      for (const url of files) {
        const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': encoding } });
        expect(headers.get('content-encoding')).toBe(encoding);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        weight += Number(headers.get('content-length'));
      }
      expect(weight).toBeGreaterThan(200_000);
      expect(weight).toBeLessThan(BUDGET);
    }
    const policyOf = async (path: string) =>
      (await fetch(visit.service.url + path)).headers.get('content-security-policy');
    expect(await policyOf('/explorer')).toContain("style-src 'self';");
    expect(await policyOf('/explorer')).toBe(await policyOf('/'));
  });
});
