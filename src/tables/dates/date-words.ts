/** The months in Swedish and English, whole and cut, by their number. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** The days of the week, Monday first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['måndag', 'mån', 'monday', 'mon'],
  ['tisdag', 'tis', 'tuesday', 'tue', 'tues'],
  ['onsdag', 'ons', 'wednesday', 'wed'],
  ['torsdag', 'tors', 'tor', 'thursday', 'thu', 'thur', 'thurs'],
  ['fredag', 'fre', 'friday', 'fri'],
  ['lördag', 'lör', 'saturday', 'sat'],
  ['söndag', 'sön', 'sunday', 'sun'],
];

const months = numbered(MONTHS);
const weekdays = numbered(WEEKDAYS);

/** 1 for January in either language. */
export function monthOf(word: string): number | undefined {
  return months.get(word.toLowerCase());
}

/** 1 for Monday in either language. */
export function weekdayOf(word: string): number | undefined {
  return weekdays.get(word.toLowerCase().replace(/dagen$/, 'dag'));
}

function numbered(words: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(words.flatMap((names, place) => names.map(name => [name, place + 1] as const)));
}
