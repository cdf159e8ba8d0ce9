import { jest } from '@jest/globals';
import type { WebSocketRoute } from 'playwright-core';
import { advance, makeIdea, retitle, unique } from './make.js';
import { Visit } from './support.js';

// A page is not told of what happens between its first answer and its subscription; the server acknowledges none.
jest.retryTimes(3, { logErrorsBeforeRetry: true });

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const LIVE = '.connection[data-state="LIVE"]';
const LOST = '.connection[data-state="LOST"]';

describe('a page that stays open', () => {
  it('shows a change that somebody else makes, without a reload', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/?q=${encodeURIComponent(idea.title)}`, { as: 'admin' });
    await page.locator(LIVE).waitFor();
    await page.locator('#concept').locator(`[data-code="${idea.code}"]`).waitFor();
    const told = page.locator('.newest', { hasText: `Idén gick vidare: ${idea.code}` }).waitFor();
    await advance(visit, idea);
    await told;
    await page.locator('#consortium').locator(`[data-code="${idea.code}"]`).waitFor();
  });

  it('shows anyone what happens to the idea they look at', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(`/ideas/${idea.code}`);
    // Given other titles until one is seen: from then on the page is told.
    const isSeen = (title: string) =>
      page
        .getByText(title)
        .first()
        .waitFor({ timeout: 1_000 })
        .then(
          () => true,
          () => false,
        );
    for (let title = idea.title, seen = false; !seen; seen = await isSeen(title)) {
      title = unique('Providé');
      await retitle(visit, idea, title);
    }
    await advance(visit, idea);
    await page.locator('[aria-current="step"]', { hasText: 'Konsortium' }).waitFor();
  });

  it('says when the connection is lost, and catches up with what it missed once it is back', async () => {
    const [seen, missed] = [await makeIdea(visit), await makeIdea(visit)];
    const page = await visit.open('/partners', { as: 'admin' });
    const sockets: WebSocketRoute[] = [];
    const subscribed: string[] = [];
    let cut = false;
    let hear: (message: string) => void = () => {};
    await page.routeWebSocket(/\/graphql/, socket => {
      if (cut) return socket.close();
      const server = socket.connectToServer();
      socket.onMessage(message => (subscribed.push(String(message)), server.send(message)));
      server.onMessage(message => (hear(String(message)), socket.send(message)));
      sockets.push(socket);
    });
    await page.goto(`${visit.service.url}/?q=${encodeURIComponent('Providé')}&sort=updated`);
    await page.locator(LIVE).waitFor();
    const told = page.locator('.newest', { hasText: seen.code }).waitFor();
    await advance(visit, seen);
    await told;

    cut = true;
    await Promise.all(sockets.splice(0).map(socket => socket.close()));
    await page.locator(LOST).waitFor();
    await page.getByText('Anslutningen bröts').waitFor();
    await advance(visit, missed);

    const heard = new Promise<void>(resolve => (hear = message => message.includes(missed.code) && resolve()));
    cut = false;
    await page.locator(LIVE).waitFor();
    await heard;
    await page.locator('#consortium').locator(`[data-code="${missed.code}"]`).waitFor();
    expect(await page.getByText('Anslutningen bröts').count()).toBe(0);
    const resumed = subscribed.filter(message => message.includes('LiveActivity')).at(-1)!;
    expect(JSON.parse(resumed).payload.variables.sinceSequence).toEqual(expect.any(Number));
  });

  it('says when the service cannot be reached, and shows the page by itself when it can', async () => {
    const page = await visit.open('/partners');
    await page.context().setOffline(true);
    await page.locator(LOST).waitFor();
    await page.getByRole('link', { name: 'Utlysningar' }).click();
    await page.getByText('Tjänsten går inte att nå.', { exact: false }).first().waitFor();
    await page.context().setOffline(false);
    await page.locator('.call-row').first().waitFor();
    await page.locator(LOST).waitFor({ state: 'detached' });
  });
});
