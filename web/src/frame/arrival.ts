import { followed } from '../client/stored';

/** Whether an address names the front page and nothing further, such as what to filter by. */
export function isFrontPage({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): boolean {
  return pathname === '/' && search === '' && hash === '';
}

/** Whoever reloads the page, or goes back to it, has been there already. */
function isOpened(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate';
}

/** Whether somebody has just come: opened the front page, or signed in there. */
export const arrival = followed(isOpened() && isFrontPage(window.location));
