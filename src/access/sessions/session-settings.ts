import { z } from 'zod';
import { wholeNumber } from '../../shared/program/settings.js';

/** The environment variables of signing in with a browser. */
export const SESSION_ENVIRONMENT = z.object({
  SESSION_HOURS: wholeNumber(1, 24 * 30).default(12),
  SESSION_IDLE_MINUTES: wholeNumber(5, 60 * 24 * 30).default(120),
  SESSION_REMEMBERED_DAYS: wholeNumber(0, 90).default(30),
  SESSION_REMEMBERED_IDLE_DAYS: wholeNumber(1, 90).default(7),
});

/** How long a session lasts at most, and how long without being used. */
export interface Duration {
  readonly minutes: number;
  readonly idleMinutes: number;
}

export interface SessionSettings {
  /** A working day, and a long lunch. */
  readonly usual: Duration;
  /** Of a key on a device that its owner has all alone; null where nobody is remembered. */
  readonly remembered: Duration | null;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export function sessionSettings(environment: z.infer<typeof SESSION_ENVIRONMENT>): SessionSettings {
  const days = environment.SESSION_REMEMBERED_DAYS;
  return {
    usual: { minutes: environment.SESSION_HOURS * HOUR, idleMinutes: environment.SESSION_IDLE_MINUTES },
    remembered: days > 0 ? { minutes: days * DAY, idleMinutes: environment.SESSION_REMEMBERED_IDLE_DAYS * DAY } : null,
  };
}
