import { chromium, type Browser, type Page } from 'playwright-core';
import { Visit } from './support/visit.js';

let visit: Visit;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  visit = await Visit.begin();
  browser = await chromium.connect(process.env.BROWSER!);
});
/** Each in a fresh profile. */
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.context().close());
afterAll(() => Promise.all([visit.end(), browser.close()]));

it('the explorer opens the tab that is pressed, each time and from the first', async () => {
  await page.goto(`${visit.service.url}/explorer`);
  const tabs = page.locator('.graphiql-tab-button');
  await tabs.nth(6).waitFor();
  // What is left of the way into place shows where the last has stood still for a moment.
  await page.waitForTimeout(1_500);
  for (const place of [2, 0, 4, 1, 6]) {
    const box = (await tabs.nth(place).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(100);
    expect(await tabs.nth(place).boundingBox()).toEqual(box);
    await page.mouse.up();
    await page.locator('.graphiql-tab-active', { hasText: (await tabs.nth(place).innerText()).trim() }).waitFor();
  }
});

it('the explorer knows the schema without a key, and follows a subscription with one', async () => {
  const introspected = page.waitForResponse(response => response.url().endsWith('/graphql'));
  const authorization = JSON.stringify({ Authorization: `Bearer ${visit.service.keys.admin}` });
  await page.goto(`${visit.service.url}/explorer?query=${encodeURIComponent('subscription { activity { kind } }')}`);
  expect((await introspected).status()).toBe(200);
  await page.route('**/graphql**', route =>
    route.continue({ headers: { ...route.request().headers(), ...(JSON.parse(authorization) as object) } }),
  );
  await page.locator('button.graphiql-execute-button').click();
  const changes = setInterval(() => {
    void visit.ask('mutation { createApiKey(input: { name: "Prov", role: INTEGRATOR }) { userErrors { code } } }', {});
  }, 300);
  await page.locator('.result-window', { hasText: 'API_KEY_CREATED' }).waitFor({ timeout: 15_000 });
  clearInterval(changes);
});

it('a document that an address brings to the explorer is asked by nobody, though one is signed in', async () => {
  await visit.signIn(page.context(), 'partner');
  await page.goto(`${visit.service.url}/explorer?query=${encodeURIComponent('{ viewer { name } }')}`);
  await page.locator('button.graphiql-execute-button').click();
  await page.locator('.result-window', { hasText: 'anonymous' }).waitFor({ timeout: 15_000 });
});
