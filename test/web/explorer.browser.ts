import { chromium } from 'playwright-core';
import { KEYS, startService } from '../support/service/service.js';

it('the explorer knows the schema without a key, and follows a subscription with one', async () => {
  const service = await startService({ DEBUG_STATEMENTS: 'false' });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
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
  } finally {
    await browser.close();
    await service.stop();
  }
});
