import type { Page } from 'playwright-core';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** Bytes a second and milliseconds, as on a train. */
const SLOW = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PARTS = ['.top', '.filters', '.board-tools', '.column >> nth=0'];

const SHIFTS = `
  globalThis.shifted = 0;
  new PerformanceObserver(list => list.getEntries().forEach(({ value }) => (globalThis.shifted += value)))
    .observe({ type: 'layout-shift', buffered: true })`;

async function tops(page: Page): Promise<(number | null)[]> {
  const boxes = await Promise.all(PARTS.map(part => page.locator(part).first().boundingBox()));
  return boxes.map(box => box && Math.round(box.y / 2) * 2);
}

describe('the frame of the page', () => {
  it.each([1280, 390])('shows before any script, and nothing jumps when the page comes, at %i pixels', async width => {
    const page = await visit.open('/partners', { width });
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await page.route('**/assets/*.js', async route => (await held, route.continue()));
    await page.goto(visit.service.url, { waitUntil: 'commit' });
    await page.locator('.frame-main .column').first().waitFor();
    const before = await tops(page);
    letGo();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.frame-main').count()).toBe(0);
    expect(await tops(page)).toEqual(before);
  });

  it.each([
    [1280, 'partner'],
    [390, undefined],
  ] as const)('shifts next to nothing on a slow line, at %i pixels, to %s', async (width, as) => {
    const page = await visit.open('/partners', { width, as });
    await page.addInitScript(SHIFTS);
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', SLOW);
    // With something in the address nobody is led to what waits for them.
    await page.goto(`${visit.service.url}/?sort=updated`, { waitUntil: 'commit' });
    await page.locator('.frame-main .column').first().waitFor();
    await page.locator('.card').first().waitFor({ timeout: 30_000 });
    await page.locator('.count', { hasText: /\d/ }).first().waitFor();
    expect(await page.evaluate<number>('globalThis.shifted')).toBeLessThan(0.02);
  });

  it('shows no columns where the page is another', async () => {
    const page = await visit.open('/partners');
    await page.route('**/assets/*.js', () => {});
    await page.goto(`${visit.service.url}/calls`, { waitUntil: 'commit' });
    await page.locator('.frame-main .frame-h1').waitFor();
    expect(await page.locator('.frame-main .column').first().isVisible()).toBe(false);
  });
});
