import { type Browser, chromium } from 'playwright-core';
import { startContender } from '../contender.js';
import { interactions } from './interactions.js';
import { onScratch, POOL_SIZE } from '../scratch.js';

/** How often the board is opened, each time by a visitor who was never here before. */
const VISITS = 15;
/** More than the programme will have for long. */
const IDEAS = 1_000;

/** Milliseconds until the first and until the largest thing was painted, and the kilobytes that came for it. */
interface Load {
  readonly first: number;
  readonly largest: number;
  readonly script: number;
  readonly answers: number;
}

const UNITS: Readonly<Record<keyof Load, string>> = { first: 'ms', largest: 'ms', script: 'kB', answers: 'kB' };

const LOAD = `new Promise(resolve => {
  const [{ startTime: first }] = performance.getEntriesByName('first-contentful-paint');
  const kilobytes = kind => performance.getEntriesByType('resource').filter(kind).reduce((sum, each) => sum + each.encodedBodySize / 1000, 0);
  const seen = list => resolve({
    first,
    largest: list.getEntries().at(-1).startTime,
    script: kilobytes(({ name }) => name.endsWith('.js')),
    answers: kilobytes(({ name }) => name.includes('/graphql')),
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

/** The best, the middle and the worst of what was measured. */
function told(name: string, figures: readonly number[], unit: string): void {
  const sorted = figures.toSorted((one, other) => one - other);
  const [best, middle, worst] = [0, sorted.length >> 1, sorted.length - 1].map(at => sorted[at]!.toFixed(0));
  console.log(`${name}: ${middle} ${unit} in the middle, ${best} at best, ${worst} at worst`);
}

await onScratch('ks3_bench_paint', IDEAS, async ({ url: databaseUrl, keys }) => {
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const address = new URL('/', service.url).href;
  const loads: Load[] = [];
  while (loads.length < VISITS) loads.push(await load(browser, address));
  for (const [of, unit] of Object.entries(UNITS) as [keyof Load, string][])
    told(
      of,
      loads.map(({ [of]: figure }) => figure),
      unit,
    );
  for (const [name, each] of await interactions(browser, address, keys.ADMIN)) {
    told(
      `${name}, to the next picture`,
      each.map(({ picture }) => picture),
      'ms',
    );
    told(
      `${name}, longest task`,
      each.map(({ task }) => task),
      'ms',
    );
  }
  await browser.close();
  await service.stop();
});
