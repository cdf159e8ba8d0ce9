import { useEffect } from 'react';
import { followed, store, stored } from '../../client/stored';

const NAME = 'single-keys';

/** Whether keys without Ctrl or ⌘ do anything: WCAG 2.1.4 asks that they can be turned off. */
export const singleKeys = followed(stored(() => localStorage, NAME) !== 'off');

/** Turns keys without Ctrl or ⌘ on or off, now and next time. */
export function chooseSingleKeys(on: boolean): void {
  store(() => localStorage, NAME, on ? null : 'off');
  singleKeys.write(on);
}

/** How the key beside the space bar is written on this machine. */
export const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

/** What each key does. */
export interface Shortcuts {
  palette: () => void;
  search: () => void;
  list: () => void;
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Listens for the keys on every page; in a dialog they mean what the dialog says. */
export function useShortcuts({ palette, search, list }: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = wantedBy(event);
      if (!wanted || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      ({ palette, search, list })[wanted]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function wantedBy(event: KeyboardEvent): keyof Shortcuts | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') return 'palette';
  if (command || event.altKey || isWriting(event.target) || !singleKeys.read()) return undefined;
  if (event.key === '/') return 'search';
  return event.key === '?' ? 'list' : undefined;
}
