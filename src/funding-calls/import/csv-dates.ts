import type { DraftDeadline } from './call-draft.js';
import { momentIn } from '../../shared/local-time.js';
import { cut, line } from './plain-text.js';
import { LONGEST } from '../../shared/checks.js';
import type { Readings } from './readings.js';

/** Tables are typed in Sweden, and so are their times. */
const ZONE = 'Europe/Stockholm';

/** 17/02/2027, 17.2.2027, 17-02-2027: the day comes first. */
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;
const ISO = /^\d{4}-\d{2}-\d{2}/;
const TIME = /^[T ]+(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?( ?(?:Z|[+-]\d{2}:?\d{2}))?/i;

/** A date in a cell as a moment; an impossible one is a fault that names the column. */
export function dateCell(
  readings: Readings,
  path: readonly string[],
  cell: string,
  timeOfDay: string,
): Date | undefined {
  return read(readings, path, cell, timeOfDay)?.at;
}

/** The deadlines of a cell: dates with an optional time and label, separated by bar, semicolon or line break. */
export function deadlineCell(readings: Readings, path: readonly string[], cell: string): DraftDeadline[] {
  const parts = cell
    .split(/[|;\n]/)
    .map(line)
    .filter(part => part !== '');
  return parts.flatMap((part): DraftDeadline[] => {
    const found = read(readings, path, part, '23:59:59');
    if (!found) return [];
    return [found.label === '' ? { at: found.at } : { at: found.at, label: cut(found.label, LONGEST.name) }];
  });
}

function read(
  readings: Readings,
  path: readonly string[],
  text: string,
  timeOfDay: string,
): { at: Date; label: string } | undefined {
  const [iso, label] = isoOf(text);
  const moment = iso === undefined ? 'IMPOSSIBLE' : momentIn(ZONE, iso, timeOfDay);
  if (moment === 'IMPOSSIBLE') readings.noSuchDate(path, text);
  if (typeof moment === 'string') return undefined;
  if (moment.dayOnly) readings.assumeTime(moment.at, ZONE);
  if (moment.dayOnly && timeOfDay !== '00:00:00') {
    readings.note({
      sv: `${path.join('.')}: ${text} har ingen tid; ${timeOfDay} svensk tid antas.`,
      en: `${path.join('.')}: ${text} has no time; ${timeOfDay} Swedish time is assumed.`,
    });
  }
  return { at: moment.at, label };
}

/** The date and time at the beginning of the text in ISO form, and what comes after. */
function isoOf(text: string): [string | undefined, string] {
  const day = ISO.exec(text)?.[0] ?? DAY_FIRST.exec(text)?.[0];
  if (day === undefined) return [undefined, ''];
  const rest = text.slice(day.length);
  const time = TIME.exec(rest);
  const label = rest
    .slice(time?.[0].length ?? 0)
    .replace(/^[\s:–-]+/, '')
    .replace(/^\((.*)\)$/, '$1');
  // "2027-02-300" and "31/02/20271" are no dates with a label.
  if (/^\w/.test(rest) && !time) return [undefined, ''];
  return [isoDay(day) + (time ? isoTime(time) : ''), label];
}

function isoDay(day: string): string {
  const parts = DAY_FIRST.exec(day);
  return parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : day;
}

function isoTime([, hour, minute, second, offset]: RegExpExecArray): string {
  return `T${hour!.padStart(2, '0')}:${minute}:${second ?? '00'}${(offset ?? '').trim()}`;
}
