import type { Locator, Page } from 'playwright-core';
import * as keyboard from './keyboard.js';

/** A hand on one page: what it does to bring things about there. */
export interface Hand {
  page: Page;
  press: (wanted: Locator, key?: string) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
  /** Chooses in a list. */
  choose: (list: Locator, name: string) => Promise<void>;
  /** Takes what a search has found. */
  take: (option: Locator) => Promise<void>;
}

const mouse = (page: Page): Hand => ({
  page,
  press: wanted => wanted.click(),
  write: (field, text) => field.fill(text),
  choose: async (list, label) => void (await list.selectOption({ label })),
  take: option => option.click(),
});

const finger = (page: Page): Hand => ({
  ...mouse(page),
  press: wanted => wanted.tap(),
  take: option => option.tap(),
});

const keys = (page: Page): Hand => ({
  page,
  press: (wanted, key) => keyboard.press(page, wanted, key),
  write: (field, text) => keyboard.write(page, field, text),
  choose: (list, name) => keyboard.choose(page, list, name),
  take: async option => {
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
});

/** All ways in which people do things, each on a page as wide as theirs. */
export const HANDS = [
  { by: 'mouse', hand: mouse, width: 1280 },
  { by: 'finger on a phone', hand: finger, width: 390 },
  { by: 'keyboard alone', hand: keys, width: 1280 },
] as const;
