import { chromium, type Page } from 'playwright-core';
import { KEYS, type Service, startService } from '../support/service/service.js';

/** Does something with an explorer in a fresh profile. */
async function inExplorer(visit: (page: Page, service: Service) => Promise<void>): Promise<void> {
  const service = await startService({ DEBUG_STATEMENTS: 'false' });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await visit(await browser.newPage(), service);
  } finally {
    await browser.close();
    await service.stop();
  }
}

it('the explorer opens the tab that is pressed, each time and from the first', async () => {
  await inExplorer(async (page, service) => {
    await page.goto(`${service.url}/explorer`);
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
}, 60_000);

it('the explorer knows the schema without a key, and follows a subscription with one', async () => {
  await inExplorer(async (page, service) => {
    const introspected = page.waitForResponse(response => response.url().endsWith('/graphql'));
    const authorization = JSON.stringify({ Authorization: `Bearer ${KEYS.admin}` });
    await page.goto(`${service.url}/explorer?query=${encodeURIComponent('subscription { activity { kind } }')}`);
    expect((await introspected).status()).toBe(200);
    await page.route('**/graphql**', route =>
      route.continue({ headers: { ...route.request().headers(), ...(JSON.parse(authorization) as object) } }),
    );
    await page.locator('button.graphiql-execute-button').click();
    const changes = setInterval(() => {
      void service
        .as(KEYS.admin)
        .ask('mutation { createApiKey(input: { name: "Prov", role: INTEGRATOR }) { userErrors { code } } }');
    }, 300);
    await page.locator('.result-window', { hasText: 'API_KEY_CREATED' }).waitFor({ timeout: 15_000 });
    clearInterval(changes);
  });
});
