import { Temporal } from 'temporal-polyfill';
import { type Instant, isInReach } from './instant.js';

/** A moment read from a source: the moment, and whether the source gave no time of day. */
export interface Moment {
  at: Date;
  dayOnly: boolean;
}

/** Why a text gave no moment: it stands for "no date", or it is no date that exists. */
export type NoMoment = 'UNSET' | 'IMPOSSIBLE';

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME = /^[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/;
const OFFSET = /^ ?(Z|[+-]\d{2}(?::?\d{2})?)$/i;

const UNSET = ['1900-01-01', '0001-01-01', '9999-12-31'];

/** Whether a day is one of those that registers write where they have none. */
export function isUnsetDay(day: string): boolean {
  return UNSET.includes(day);
}

/**
 * Reads an ISO 8601 date, with or without time and offset. Without an offset it is local time of the zone; without a
 * time it is `timeOfDay`. A time that the change to summer time skips doesn't exist, of a doubled one the first is taken.
 */
export function momentIn(zone: string, text: string, timeOfDay: string): Moment | NoMoment {
  const day = DAY.exec(text)?.[0];
  if (!day) return 'IMPOSSIBLE';
  if (isUnsetDay(day)) return 'UNSET';
  const rest = text.slice(day.length);
  const time = TIME.exec(rest)?.[0] ?? '';
  const offset = rest.slice(time.length);
  if (offset !== '' && !(time !== '' && OFFSET.test(offset))) return 'IMPOSSIBLE';
  const local = `${day}T${time === '' ? timeOfDay : time.slice(1)}`;
  const moment = instantOf(local, offset.trim(), zone, time === '');
  return typeof moment === 'string' || isInReach(moment.at) ? moment : 'IMPOSSIBLE';
}

function instantOf(local: string, offset: string, zone: string, dayOnly: boolean): Moment | NoMoment {
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    if (offset !== '') return { at: dateOf(Temporal.Instant.from(local + colon(offset))), dayOnly };
    const there = localInstant(plain, zone);
    // A zone may begin a day by skipping its midnight; the day exists all the same.
    return there.happens === 'NEVER' && !dayOnly ? 'IMPOSSIBLE' : { at: there.at, dayOnly };
  } catch (error) {
    // By its name: the Temporal of newer Nodes throws the error of its own realm.
    if ((error as Error).name === 'RangeError') return 'IMPOSSIBLE';
    throw error;
  }
}

/** The instant of a time in a zone; of a doubled hour the first, of a skipped one the hour after. */
export function localInstant(
  plain: Temporal.PlainDateTime,
  zone: string,
): { at: Date; happens: 'ONCE' | 'TWICE' | 'NEVER' } {
  const [first, second] = (['earlier', 'later'] as const).map(disambiguation =>
    plain.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (first.equals(second)) return { at: dateOf(first.toInstant()), happens: 'ONCE' };
  const skipped = !first.toPlainDateTime().equals(plain);
  return { at: dateOf((skipped ? second : first).toInstant()), happens: skipped ? 'NEVER' : 'TWICE' };
}

function dateOf({ epochMilliseconds }: Temporal.Instant): Date {
  return new Date(epochMilliseconds);
}

/** "+0000" as "+00:00". */
function colon(offset: string): string {
  return offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2').toUpperCase();
}

/** The date and the time of day of an instant in a zone: ["2027-02-15", "23:59:59"]. */
export function dayAndTimeIn(zone: string, at: Date): [string, string] {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return [local.toPlainDate().toString(), local.toPlainTime().toString({ smallestUnit: 'second' })];
}

/** The zone of the service's own days. */
export const SWEDEN = 'Europe/Stockholm';

/** The Swedish day of a moment: "2027-02-15". */
export function swedishDay(at: Instant): string {
  return dayAndTimeIn(SWEDEN, new Date(at))[0];
}

/** The day so many days after another; before it when negative. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** What the clock shows in a zone, as a date whose UTC parts are that: for files that know no zones. */
export function wallClockIn(zone: string, at: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return new Date(`${local.toPlainDateTime().toString()}Z`);
}

/** A moment in ISO 8601 with the zone's offset: "2027-02-15T14:00:00+01:00". */
export function isoIn(zone: string, at: Date): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toString({ timeZone: zone });
}

/** Whether the text names a time zone. */
export function isZone(text: string): boolean {
  return /^[A-Za-z][\w+/-]{1,40}$/.test(text) && canFormatIn(text);
}

function canFormatIn(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
