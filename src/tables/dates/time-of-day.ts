import type { Scanner } from './scanner.js';

/** A time of day as it is written. 24:00 is the end of the day. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Whether seconds are written, or the form is ISO 8601's: programs write so, people rarely do. */
  readonly isExact: boolean;
}

const SECONDS = String.raw`(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const KL = String.raw`(?:kl(?:ockan)?\.?|at|@)\s*`;
const HALF = String.raw`(?:\s?(?<half>[ap])\.?m\b\.?)`;
const ENDS = String.raw`(?![\d:]|[.,]\d)`;

const ISO = /^T(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?![\d:])/i;
const FORMS = [
  // 14:00, 14.00, kl 14.00, klockan 14:00:00, 5:00 PM, 14:00 h
  String.raw`^[\s,]*(?:${KL})?(?<hour>\d{1,2})[:.](?<minute>\d{2})${SECONDS}${HALF}?(?:\s?(?:h|hrs)\b\.?)?${ENDS}`,
  // 5 PM
  String.raw`^[\s,]*(?:${KL})?(?<hour>\d{1,2})${HALF}${ENDS}`,
  // 14h, 14h30
  String.raw`^[\s,]*(?:${KL})?(?<hour>\d{1,2})\s?h(?<minute>\d{2})?\b`,
  // kl 14
  String.raw`^[\s,]*${KL}(?<hour>\d{1,2})${ENDS}`,
].map(form => new RegExp(form, 'iu'));

/** Takes a time of day from what follows a day; null where there is none. */
export function takeTimeOfDay(text: Scanner): TimeOfDay | 'NO_SUCH_TIME' | null {
  const iso = text.take(ISO);
  const form = iso ? null : FORMS.find(each => each.test(text.rest));
  const groups = iso?.groups ?? (form && text.take(form)!.groups);
  if (!groups) return null;
  const { hour = '', minute = '0', second, fraction = '', half } = groups;
  const time = {
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
    isExact: iso !== null || second !== undefined,
  };
  return exists(time) ? time : 'NO_SUCH_TIME';
}

/** Noon is 12 PM, midnight 12 AM; 17 PM is none. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function exists({ hour, minute, second, millisecond }: TimeOfDay): boolean {
  if (hour === 24) return minute + second + millisecond === 0;
  return hour < 24 && minute < 60 && second < 60;
}
