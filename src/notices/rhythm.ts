import { Temporal } from 'temporal-polyfill';
import { SWEDEN } from '../shared/time/local-time.js';
import { type NoticeRhythm, PAUSE_SECONDS } from './notice-kind.js';

const HOUR = 7;
const DAYS_IN_WEEK = 7;

/** When to look again: not before one moment unless something has happened, and then not before the other. */
export interface NextLook {
  readonly nextAt: Date;
  readonly lookAt: Date;
}

/** The first look of who has just confirmed, or chosen another rhythm. */
export function firstLook(rhythm: NoticeRhythm, at: Date): NextLook {
  return rhythm === 'AT_ONCE' ? { nextAt: at, lookAt: at } : lookAfter(rhythm, at);
}

/** The look after one that was made at a moment. */
export function lookAfter(rhythm: NoticeRhythm, at: Date): NextLook {
  const lookAt = morningAfter(rhythm === 'WEEKLY' ? 1 : null, at);
  return { lookAt, nextAt: rhythm === 'AT_ONCE' ? new Date(at.getTime() + PAUSE_SECONDS * 1_000) : lookAt };
}

/** The next seven o'clock in Sweden after a moment, of a day of the week if one is named (1: Monday). */
function morningAfter(weekday: number | null, at: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(SWEDEN);
  const morning = local.toPlainDate().toZonedDateTime({ timeZone: SWEDEN, plainTime: new Temporal.PlainTime(HOUR) });
  const days = weekday === null ? 0 : (weekday - local.dayOfWeek + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  const found = morning.add({ days });
  const isAhead = found.epochMilliseconds > at.getTime();
  return new Date((isAhead ? found : found.add({ days: weekday === null ? 1 : DAYS_IN_WEEK })).epochMilliseconds);
}
