import type { ClockTime } from './shapes.js';

/** Swedish time; Brussels keeps the same. */
const ZONE = 'Europe/Stockholm';

const OFFSET = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** The day (YYYY-MM-DD, UTC) that lies so many days ahead of today; negative for days gone by. */
export function dayIn(today: Date, days: number): string {
  return new Date(midnight(today, days)).toISOString().slice(0, 10);
}

/** The moment that day when clocks in Stockholm show the time, summer or winter. */
export function momentIn(today: Date, days: number, clock: ClockTime): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const asIfUtc = midnight(today, days) + (hours * 60 + minutes) * 60_000;
  return new Date(asIfUtc - minutesAhead(asIfUtc) * 60_000);
}

/** First and last day of a plan: it starts on the first of the month and lasts whole years, the last day included. */
export function planDays(
  today: Date,
  { startsInDays, years }: { startsInDays: number; years: number },
): { startsOn: string; endsOn: string } {
  const start = new Date(midnight(today, startsInDays));
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), 1);
  const last = Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth(), 0);
  return { startsOn: new Date(first).toISOString().slice(0, 10), endsOn: new Date(last).toISOString().slice(0, 10) };
}

function midnight(today: Date, days: number): number {
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days);
}

/** How far the zone's clocks are ahead of UTC, in minutes: 60 in winter, 120 in summer. */
function minutesAhead(instant: number): number {
  const name = OFFSET.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, hours = '0', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
