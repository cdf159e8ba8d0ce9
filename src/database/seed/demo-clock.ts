import { Temporal } from 'temporal-polyfill';
import type { ClockTime } from './shapes.js';

const DAY = 86_400_000;
const ZONE = 'Europe/Stockholm';

/** The day the demo is played, and the moments and days that its scripts tell relative to it. */
export class DemoClock {
  constructor(private readonly today: Date) {}

  /** Something that was done so many days ago, during office hours. */
  daysAgo(days: number): Date {
    return new Date(this.today.getTime() - days * DAY);
  }

  /** A time on the clock of Stockholm, so many days ahead. */
  inDays(days: number, time: ClockTime): Date {
    const day = Temporal.PlainDate.from(this.day(days));
    const moment = day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) });
    return new Date(moment.epochMilliseconds);
  }

  /** The day, YYYY-MM-DD, so many days ahead. */
  day(days: number): string {
    return this.daysAgo(-days).toISOString().slice(0, 10);
  }

  /** The first day of the month that a day lies in, and the last day of so many whole years from it. */
  wholeYears(startsInDays: number, years: number): { startsOn: string; endsOn: string } {
    const start = Temporal.PlainDate.from(this.day(startsInDays)).with({ day: 1 });
    return { startsOn: start.toString(), endsOn: start.add({ years }).subtract({ days: 1 }).toString() };
  }
}
