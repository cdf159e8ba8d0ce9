import { fromSwedish } from '../../language/swedish-time';

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const MONTH = MONTHS.flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|');
const TIME = String.raw`(?:,? ?(?:kl\.?|klockan|at)? ?(?<hour>\d{1,2})[.:](?<minute>\d\d)|,? ?(?:kl\.?|klockan) ?(?<only>\d{1,2}))?`;
const ISO = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`;
const SPOKEN = String.raw`(?<spokenDay>\d{1,2})(?:st|nd|rd|th|:e)? (?<name>${MONTH})\.?,? (?<spokenYear>\d{4})`;
const DATE = new RegExp(`(?:${ISO}|${SPOKEN})${TIME}`, 'giu');

/** A day that a text speaks of, with its hour where it has one. */
export interface SaidDate {
  /** Where in the text it stands. */
  place: number;
  /** The moment in UTC; without an hour the one that was asked for. */
  at: string;
}

/** All dates of a text that are written so that nobody can take them for another: 2027-03-15 or 15 mars 2027 kl 14. */
export function datesIn(text: string, otherwise: string): SaidDate[] {
  return [...text.matchAll(DATE)].flatMap(found => {
    const at = momentOf(found.groups!, otherwise);
    return at ? [{ place: found.index, at }] : [];
  });
}

function momentOf(groups: Partial<Record<string, string>>, otherwise: string): string | undefined {
  const two = (text: string) => text.padStart(2, '0');
  const { year, month, day, name, spokenDay, spokenYear, hour, minute, only } = groups;
  const date = year ? `${year}-${month}-${day}` : `${spokenYear}-${two(monthOf(name!))}-${two(spokenDay!)}`;
  // A 31 June is the first of July to the clock: no such day was meant.
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) return undefined;
  const time = hour ? `${two(hour)}:${minute}` : only ? `${two(only)}:00` : otherwise;
  return Number(time.slice(0, 2)) < 24 ? fromSwedish(`${date}T${time}`) : undefined;
}

function monthOf(name: string): string {
  const word = name.toLowerCase();
  return String(MONTHS.findIndex(names => names.some(one => one === word)) + 1);
}
