import { Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

describe('on paper', () => {
  it.each([
    ['/', 'Idéernas väg'],
    ['/pipeline', 'Pipelinen'],
  ])('%s is dark ink on white, without what only a screen can use', async (path, title) => {
    const page = await visit.open(path, { theme: 'dark', as: 'admin' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('heading', { level: 1, name: title }).isVisible()).toBe(true);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(16, 36, 45)');
  });
});
