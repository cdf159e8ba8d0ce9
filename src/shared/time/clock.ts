import { AsyncLocalStorage } from 'node:async_hooks';
import { DAY_MS } from './lengths.js';

const setClock = new AsyncLocalStorage<Date>();

/** How far this machine's clock is behind the one that all copies of the service share, in milliseconds. */
let behind = 0;

/** The present moment, always UTC. Inside `at(…)` it is the moment given there. */
export function now(): Date {
  return new Date(setClock.getStore() ?? Date.now() + behind);
}

export function clockBehind(): number {
  return behind;
}

/** Follows a clock that showed `moment` somewhere between two moments of this machine's, as little as that demands. */
export function setClockBy(moment: number, { sent, received }: { sent: number; received: number }): void {
  // This machine tells whole milliseconds.
  behind = Math.min(Math.max(behind, moment - received - 1), moment - sent);
}

/** Runs work as if it were another moment: history for demo data, and tests around a deadline. */
export function at<T>(moment: Date, work: () => T): T {
  return setClock.run(moment, work);
}

/** Whole days from one moment to another, rounded down; negative when `to` lies before `from`. */
export function daysBetween(from: Date | string, to: Date | string): number {
  return Math.floor((new Date(to).getTime() - new Date(from).getTime()) / DAY_MS);
}
