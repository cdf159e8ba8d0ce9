import type { Browser, Page } from 'playwright-core';

/** How often each is tried of what a person does on the board. */
const TIMES = 12;

/** How many times a column is scrolled by a screen: far enough that pages are fetched meanwhile. */
const SCREENS = 10;

/** Notes how long each press and key took until the next picture, and each wait of the page's only thread. */
const WATCH = `
  globalThis.seen = { events: [], tasks: [] };
  const events = list => list.getEntries().forEach(({ interactionId, duration }) => interactionId && seen.events.push(duration));
  new PerformanceObserver(events).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`;

/** Milliseconds to the next picture of the slowest press or key, and the longest task. */
export interface Interaction {
  readonly picture: number;
  readonly task: number;
}

/** Does what people do on a board of that address, signed in with the key, and tells what each took, worst last. */
export async function interactions(
  browser: Browser,
  address: string,
  key: string,
): Promise<Map<string, Interaction[]>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.post(new URL('/session', address).href, { headers: { authorization: `Bearer ${key}` } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(address);
  await page.locator('.menu button').first().waitFor();
  const took = new Map<string, Interaction[]>();
  for (const [name, act] of ACTS) {
    const each: Interaction[] = [];
    for (let time = 0; time < TIMES; time++) each.push(await measured(page, () => act(page, time)));
    took.set(name, each);
  }
  await context.close();
  return took;
}

async function measured(page: Page, act: () => Promise<void>): Promise<Interaction> {
  await page.evaluate('seen.events = []; seen.tasks = []');
  await act();
  // The observers are told when the thread is idle again.
  await page.waitForTimeout(600);
  const { events, tasks } = await page.evaluate<{ events: number[]; tasks: number[] }>('seen');
  // What took less than a picture's 16 ms isn't told.
  return { picture: Math.max(16, ...events), task: Math.max(0, ...tasks) };
}

const view = (name: RegExp) => (page: Page) => page.getByRole('group').getByRole('button', { name }).click();

const ACTS: readonly [string, (page: Page, time: number) => Promise<void>][] = [
  ['a letter in the search', (page, time) => page.getByRole('searchbox').press(time % 2 ? 'Backspace' : 'e')],
  ['compact cards and back', (page, time) => view(time % 2 ? /^(Kort|Cards)$/ : /^(Kompakt|Compact)$/)(page)],
  ["a card's menu", openMenu],
  ['a screen of a column', scroll('#concept .column-scroll')],
  ['the table and back', (page, time) => view(time % 2 ? /^(Kort|Cards)$/ : /^(Tabell|Table)$/)(page)],
];

async function openMenu(page: Page): Promise<void> {
  await page.locator('.card .menu button').first().click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
}

function scroll(scroller: string) {
  return async (page: Page) => {
    await page.locator(scroller).hover();
    for (let screen = 0; screen < SCREENS; screen++) await page.mouse.wheel(0, 500);
  };
}
