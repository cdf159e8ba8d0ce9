import { AsyncLocalStorage } from 'node:async_hooks';

const setClock = new AsyncLocalStorage<Date>();

/** The present moment, always UTC. Inside `at(…)` it is the moment given there. */
export function now(): Date {
  return new Date(setClock.getStore() ?? Date.now());
}

/** Runs the deed as if it were another moment: history for demo data, and tests around a deadline. */
export function at<T>(moment: Date, deed: () => T): T {
  return setClock.run(moment, deed);
}

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one moment to another, rounded down; negative when `to` lies before `from`. */
export function daysBetween(from: Date | string, to: Date | string): number {
  return Math.floor((new Date(to).getTime() - new Date(from).getTime()) / DAY);
}
