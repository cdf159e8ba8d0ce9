import { Visit } from './support.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const KILOBYTE = 1000;

describe('the first load of the board', () => {
  it('asks nobody but the service', async () => {
    const page = await visit.open('/');
    const asked = await page.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => new URL(name).host)`,
    );
    expect(new Set(asked)).toEqual(new Set([new URL(visit.service.url).host]));
  });

  it('keeps to a policy without inline scripts and styles, and breaks it nowhere', async () => {
    const page = await visit.open('/');
    const response = await page.reload();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(visit.complaints).toEqual([]);
  });

  it('takes at most 200 kB of script, and paints within a second', async () => {
    const page = await visit.open('/');
    await page.locator('.card').first().waitFor();
    const scripts = await page.evaluate<string[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ name }) => name)`,
    );
    const sizes = await Promise.all(scripts.map(async name => gzipped(await (await fetch(name)).arrayBuffer())));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200 * KILOBYTE);
    const painted = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
    expect(painted).toBeLessThan(1000);
  });
});

async function gzipped(bytes: ArrayBuffer): Promise<number> {
  const { gzipSync } = await import('node:zlib');
  return gzipSync(new Uint8Array(bytes)).byteLength;
}
