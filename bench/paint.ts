import { type Browser, chromium } from 'playwright-core';
import { startContender } from './contender.js';
import { onScratch, POOL_SIZE } from './scratch.js';

/** How often the board is opened, each time by a visitor who was never here before. */
const VISITS = 15;

/** Milliseconds until the first and until the largest thing was painted, and the bytes that came for it. */
interface Load {
  readonly first: number;
  readonly largest: number;
  readonly scriptBytes: number;
  readonly answerBytes: number;
}

const LOAD = `new Promise(resolve => {
  const [{ startTime: first }] = performance.getEntriesByName('first-contentful-paint');
  const bytes = kind => performance.getEntriesByType('resource').filter(kind).reduce((sum, each) => sum + each.encodedBodySize, 0);
  const seen = list => resolve({
    first,
    largest: list.getEntries().at(-1).startTime,
    scriptBytes: bytes(({ name }) => name.endsWith('.js')),
    answerBytes: bytes(({ name }) => name.includes('/graphql')),
  });
  new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.card').first().waitFor();
  return page.evaluate<Load>(LOAD).finally(() => context.close());
}

await onScratch('ks3_bench_paint', 200, async ({ url: databaseUrl, keys }) => {
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  const loads: Load[] = [];
  while (loads.length < VISITS) loads.push(await load(browser, new URL('/', service.url).href));
  const spread = (of: keyof Load, unit: string, digits = 0) => {
    const each = loads.map(({ [of]: figure }) => figure / (unit === 'kB' ? 1000 : 1)).sort((one, other) => one - other);
    const [best, middle, worst] = [0, each.length >> 1, each.length - 1].map(at => each[at]!.toFixed(digits));
    return `${middle} ${unit} in the middle, ${best} at best, ${worst} at worst`;
  };
  console.log(`first paint    ${spread('first', 'ms')}`);
  console.log(`largest paint  ${spread('largest', 'ms')}`);
  console.log(`script         ${spread('scriptBytes', 'kB', 1)}`);
  console.log(`answers        ${spread('answerBytes', 'kB', 1)}`);
  await browser.close();
  await service.stop();
});
