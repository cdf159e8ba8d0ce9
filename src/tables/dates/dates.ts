import type { Temporal } from 'temporal-polyfill';
import { isInReach } from '../../shared/time/instant.js';
import { isUnsetDay, localInstant } from '../../shared/time/local-time.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { cellText, quotedCell } from '../text/cell-text.js';
import { type DateFault, NOTES, leftOver, problemOf } from './date-messages.js';
import { takeDay } from './day.js';
import { takeLabel, takeSeparator } from './label.js';
import { Scanner } from './scanner.js';
import { takeSerialDay } from './serial-day.js';
import { takeTimeOfDay, type TimeOfDay } from './time-of-day.js';
import { takeZone, type Zone } from './zone.js';

/** Characters of the longest cell of dates. */
const LONGEST = 20_000;

/** What a date without a time, and a time without a zone, mean in a column. */
export interface DateRules {
  readonly zone: string;
  /** The time of a day that has none: the first second where something opens, the last where it closes. */
  readonly timeOfDay: '00:00:00' | '23:59:59';
}

export interface CellDate {
  readonly at: Date;
  readonly dayOnly: boolean;
  readonly label?: string;
}

/** The dates of a cell with what is noted of them, or why they can't be read. */
export type CellDates = { readonly dates: CellDate[]; readonly notes: Bilingual[] } | { readonly problem: Bilingual };

/** A date as it is written: its day, its time and zone if they are told. */
interface Written {
  readonly day: Temporal.PlainDate;
  readonly time: TimeOfDay | null;
  readonly zone: Zone | null;
  readonly isSerial: boolean;
  /** The words and figures of the cell. */
  readonly text: Bilingual;
}

/**
 * Reads a cell of dates, whole or not at all: days in any of the forms of docs/import-formats.md, each with a time, a zone
 * and a label if it has them, and a bar, semicolon, comma, line break or "och" between them.
 */
export function cellDates(cell: string, rules: DateRules): CellDates {
  const text = new Scanner(cellText(cell).replace(/^[\s|;]+/, ''));
  if (text.rest.length > LONGEST) return { problem: problemOf('TOO_LONG') };
  const dates: CellDate[] = [];
  const notes: Bilingual[] = [];
  while (!text.isAtEnd) {
    const read = takeDate(text, rules, notes);
    if (typeof read === 'string') return { problem: problemOf(read) };
    const label = takeSeparator(text) ? null : takeLabel(text);
    if (label && 'rest' in label) return { problem: leftOver(label.rest) };
    if (label && !text.isAtEnd && !takeSeparator(text)) return { problem: leftOver(text.rest) };
    if (label?.resembles) notes.push(NOTES.label(read.text, quotedCell(label.label)));
    if (read.date) dates.push(label ? { ...read.date, label: label.label } : read.date);
  }
  return { dates, notes };
}

/** One date, or none where the cell has what registers write for none. */
function takeDate(
  text: Scanner,
  rules: DateRules,
  notes: Bilingual[],
): { date: CellDate | null; text: Bilingual } | DateFault {
  const before = text.rest;
  const written = takeWritten(text);
  if (typeof written === 'string') return written;
  const quoted = quotedCell(before.slice(0, before.length - text.rest.length));
  if (isUnsetDay(written.day.toString())) {
    notes.push(NOTES.unset(quoted));
    return { date: null, text: quoted };
  }
  const date = momentOf({ ...written, text: quoted }, rules, notes);
  if (typeof date === 'string') return date;
  return isInReach(date.at) ? { date, text: quoted } : 'OUT_OF_REACH';
}

function takeWritten(text: Scanner): Omit<Written, 'text'> | DateFault {
  const serial = takeSerialDay(text);
  if (typeof serial === 'string') return serial;
  if (serial) return { day: serial.toPlainDate(), time: exactTime(serial), zone: null, isSerial: true };
  const day = takeDay(text);
  if (day === null) return 'UNREADABLE';
  if (typeof day === 'string') return day;
  const time = takeTimeOfDay(text);
  if (typeof time === 'string') return time;
  return { day, time, zone: time && takeZone(text, time), isSerial: false };
}

function exactTime({ hour, minute, second }: Temporal.PlainDateTime): TimeOfDay {
  return { hour, minute, second, millisecond: 0, isExact: true };
}

/** The instant of a date. Midnight with its seconds is what programs write for a day without a time. */
function momentOf(written: Written, { zone, timeOfDay }: DateRules, notes: Bilingual[]): CellDate | DateFault {
  const { day, time, text } = written;
  if (written.isSerial) notes.push(NOTES.serial(text, day.toString()));
  const isMidnight = time !== null && time.hour + time.minute + time.second + time.millisecond === 0;
  if (time === null || (isMidnight && time.isExact && !written.zone)) {
    if (timeOfDay !== '00:00:00') notes.push(NOTES.noTime(text, timeOfDay));
    return { at: localInstant(day.toPlainDateTime(timeOfDay), zone).at, dayOnly: true };
  }
  if (isMidnight && !written.zone && timeOfDay !== '00:00:00') notes.push(NOTES.midnight(text));
  const { hour, minute, second, millisecond } = time;
  const local = day.toPlainDateTime().add({ hours: hour, minutes: minute, seconds: second, milliseconds: millisecond });
  const { at, happens } = localInstant(local, written.zone?.zone ?? zone);
  if (happens === 'NEVER') return 'SKIPPED';
  if (happens === 'TWICE') notes.push(NOTES.doubled(text));
  if (isOffSeason(at, local, written.zone)) notes.push(NOTES.offSeason(text));
  return { at, dayOnly: false };
}

function isOffSeason(at: Date, local: Temporal.PlainDateTime, zone: Zone | null): boolean {
  if (zone?.place === undefined) return false;
  const there = localInstant(local, zone.place);
  // Of an hour that comes twice, both zones are in use.
  return there.happens !== 'TWICE' && there.at.getTime() !== at.getTime();
}
