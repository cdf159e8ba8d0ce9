import type { Scanner } from './scanner.js';
import type { TimeOfDay } from './time-of-day.js';

/** Where a time is: an offset from UTC, or a place whose clocks it goes by. */
export interface Zone {
  readonly zone: string;
  /** The place whose clocks people most often mean by the abbreviation, which is right there in half of the year. */
  readonly place?: string;
}

const ZONES: ReadonlyMap<string, Zone> = new Map([
  ['z', { zone: '+00:00' }],
  ['utc', { zone: '+00:00' }],
  ['gmt', { zone: '+00:00' }],
  ['cet', { zone: '+01:00', place: 'Europe/Stockholm' }],
  ['cest', { zone: '+02:00', place: 'Europe/Stockholm' }],
  ['eet', { zone: '+02:00', place: 'Europe/Helsinki' }],
  ['eest', { zone: '+03:00', place: 'Europe/Helsinki' }],
  ['cet/cest', { zone: 'Europe/Brussels' }],
  ['svensk tid', { zone: 'Europe/Stockholm' }],
  ['swedish time', { zone: 'Europe/Stockholm' }],
  ['lokal tid', { zone: 'Europe/Stockholm' }],
  ['local time', { zone: 'Europe/Stockholm' }],
  ['brysseltid', { zone: 'Europe/Brussels' }],
  ['brussels time', { zone: 'Europe/Brussels' }],
]);

const NAME = [...ZONES.keys()].sort((one, other) => other.length - one.length).join('|');
const OFFSET = String.raw`(?<sign>[+\u2212-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?![\d:])`;
const INSIDE = String.raw`(?:(?<utc>UTC|GMT)?\s?${OFFSET}|(?<name>${NAME})(?![\p{L}\d]|\s?[+\u2212-]\d))`;
const FORMS = [String.raw`^\s?${INSIDE}`, String.raw`^\s?\(\s?${INSIDE}\s?\)`].map(form => new RegExp(form, 'iu'));

/** Takes the zone that follows a time; null where there is none. */
export function takeZone(text: Scanner, time: TimeOfDay): Zone | null {
  const form = FORMS.find(each => each.test(text.rest));
  const groups = form?.exec(text.rest)?.groups;
  if (!form || !groups) return null;
  const { name } = groups;
  const zone = name === undefined ? offsetOf(groups, time) : ZONES.get(name.toLowerCase());
  if (!zone) return null;
  text.take(form);
  return zone;
}

/** An offset that a place on earth has. "14:00-11:00" is a span of time, so one to the west follows an exact time only. */
function offsetOf({ utc, sign, hours = '', minutes = '00' }: Record<string, string>, time: TimeOfDay): Zone | null {
  const isWest = sign !== '+';
  if (isWest && !utc && !time.isExact) return null;
  const span = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) % 15 !== 0 || Number(minutes) > 45 || span > (isWest ? 12 : 14) * 60) return null;
  return { zone: `${isWest ? '-' : '+'}${hours.padStart(2, '0')}:${minutes}` };
}
