import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const FAR = 250;

/** Whether the focus is on it, or in it. */
export async function hasFocus(page: Page, wanted: Locator): Promise<boolean> {
  return (await wanted.and(page.locator(':focus-within')).count()) > 0;
}

/** About how many stops of the Tab key lie between the focus and it; fewer than none where it was passed. */
const AHEAD = `it => {
  const stops = 'a[href], button, input:not([type=radio], [type=hidden]), :checked, select, textarea, summary, [tabindex="0"]';
  const places = [...document.querySelectorAll(stops)].filter(one => one.checkVisibility() && one.tabIndex >= 0);
  const here = document.activeElement;
  const isBefore = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const [from, to, sign] = isBefore(here, it) ? [here, it, 1] : [it, here, -1];
  return sign * places.filter(one => isBefore(from, one) && isBefore(one, to)).length;
}`;
/** The last stops are taken one by one. */
const NEAR = 4;

/** Walks with the Tab key until the focus is on it, back where it was passed, as somebody without a mouse does. */
export async function walkTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const ahead: number = await wanted.evaluate(AHEAD);
  const key = ahead < 0 ? 'Shift+Tab' : 'Tab';
  const unseen = Array.from({ length: Math.max(0, Math.abs(ahead) - NEAR) });
  await Promise.all(unseen.map(() => page.keyboard.press(key)));
  for (let stop = 0; stop < FAR; stop++) {
    if (await hasFocus(page, wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key never comes to ${wanted.toString()}`);
}

/** Walks there and presses a key. */
export async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await walkTo(page, wanted);
  await page.keyboard.press(key);
}

/** Walks there and writes; a day number by number, in the order of the browser's own language. */
export async function write(page: Page, wanted: Locator, text: string): Promise<void> {
  await walkTo(page, wanted);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year) await page.keyboard.type(`${month}${day}${year}`);
  else await page.keyboard.insertText(text);
}

/** Chooses in a list by typing what the choice begins with. */
export async function choose(page: Page, list: Locator, beginning: string): Promise<void> {
  await list.locator('option', { hasText: beginning }).first().waitFor({ state: 'attached' });
  await walkTo(page, list);
  await page.keyboard.type(beginning);
}
