import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const KILOBYTE = 1000;

interface Loaded {
  name: string;
  /** What asked for it: link, script, fetch … */
  initiatorType: string;
}

const loaded = (page: Page) =>
  page.evaluate<Loaded[]>(`performance.getEntriesByType('resource').map(entry => entry.toJSON())`);

/** The board, opened by somebody who was never here before. */
async function openBoard(): Promise<Page> {
  const page = await visit.open('/');
  await page.locator('.card').first().waitFor();
  return page;
}

describe('the first load of the board', () => {
  it('asks nobody but the service', async () => {
    const hosts = (await loaded(await openBoard())).map(({ name }) => new URL(name).host);
    expect(new Set(hosts)).toEqual(new Set([new URL(visit.service.url).host]));
  });

  it('keeps to a policy without inline scripts and styles, and breaks it nowhere', async () => {
    const page = await openBoard();
    const response = await page.reload();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(visit.complaints).toEqual([]);
  });

  it('takes at most 200 kB of script, gzipped', async () => {
    const scripts = (await loaded(await openBoard())).map(({ name }) => name).filter(name => name.endsWith('.js'));
    const sizes = await Promise.all(scripts.map(gzippedSize));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200 * KILOBYTE);
  });
});

async function gzippedSize(address: string): Promise<number> {
  return gzipSync(await (await fetch(address)).bytes()).byteLength;
}
