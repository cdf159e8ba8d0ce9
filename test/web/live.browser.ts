import type { WebSocketRoute } from 'playwright-core';
import { advance, makeIdea, publishCall, retitle, unique, type MadeIdea } from './support/make.js';
import { Visit } from './support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

const LIVE = '.connection[data-state="LIVE"]';
const LOST = '.connection[data-state="LOST"]';

/** The board with nothing but that idea. */
const boardOf = ({ code }: MadeIdea) => `/?q=${code}`;

describe('a page that stays open', () => {
  it('shows a change that somebody else makes, to anyone and without a reload', async () => {
    const idea = await makeIdea(visit);
    const [page, anyones] = [await visit.open(boardOf(idea), { as: 'admin' }), await visit.open(`/ideas/${idea.code}`)];
    await page.locator(LIVE).waitFor();
    await anyones.locator(LIVE).waitFor();
    await page.locator('#concept').locator(`[data-code="${idea.code}"]`).waitFor();
    await advance(visit, idea);
    await page.locator('#consortium').locator(`[data-code="${idea.code}"]`).waitFor();
    await anyones.locator('[aria-current="step"]', { hasText: 'Konsortium' }).waitFor();
  });

  it('says what has changed last, of what, as long as nothing else has', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open(boardOf(idea), { as: 'admin' });
    await page.locator(LIVE).waitFor();
    // Another story's change may come so soon after that nobody sees the first.
    const newest = page.locator('.newest', { hasText: idea.code }).filter({ hasText: /titel/i });
    const isSeen = () =>
      newest.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    do await retitle(visit, idea, unique('Providé'));
    while (!(await isSeen()));
  });

  it('shows anyone a call that is published', async () => {
    const page = await visit.open('/calls');
    await page.locator('.call-row').first().waitFor();
    const title = await publishCall(visit);
    await page.locator('.call-row', { hasText: title }).waitFor();
  });

  it('tells also what happens between its first answer and its subscription', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open('/partners');
    const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.routeWebSocket(/\/graphql/, async socket => {
      held.resolve();
      await letGo.promise;
      socket.connectToServer();
    });
    await page.goto(visit.service.url + boardOf(idea));
    await page.locator('#concept').locator(`[data-code="${idea.code}"]`).waitFor();
    await held.promise;
    await advance(visit, idea);
    letGo.resolve();
    await page.locator('#consortium').locator(`[data-code="${idea.code}"]`).waitFor();
  });

  it('tells also what happens while an answer is on its way', async () => {
    const idea = await makeIdea(visit);
    const page = await visit.open('/partners');
    const told = new Promise<void>(resolve =>
      page.on('websocket', socket =>
        socket.on('framereceived', ({ payload }) => String(payload).includes('"stage":"CONSORTIUM"') && resolve()),
      ),
    );
    await page.goto(visit.service.url + boardOf(idea));
    await page.locator('#concept').locator(`[data-code="${idea.code}"]`).waitFor();
    await page.locator(LIVE).waitFor();
    // What is asked after the first change is answered at once, and arrives when the second has been told.
    const [answered, late] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.route('**/graphql', async route => {
      const response = await route.fetch();
      answered.resolve();
      await late.promise;
      await route.fulfill({ response });
    });
    await retitle(visit, idea, unique('Providé'));
    await answered.promise;
    await advance(visit, idea);
    await told;
    late.resolve();
    await page.locator('#consortium').locator(`[data-code="${idea.code}"]`).waitFor();
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
    await advance(visit, seen);
    await page.locator('#consortium').locator(`[data-code="${seen.code}"]`).waitFor();

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
