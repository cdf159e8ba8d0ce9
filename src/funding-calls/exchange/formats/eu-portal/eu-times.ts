import { dayAndTimeIn, momentIn } from '../../../../shared/time/local-time.js';
import { quoted } from '../../../../tables/text/plain-text.js';
import type { Readings } from '../../draft/readings.js';

/** The portal's calls open and close by the clocks of Brussels. */
export const BRUSSELS = 'Europe/Brussels';
/** The portal's calls close at 17:00; a date that is given as midnight means that. */
const CLOSING = '17:00:00';

/** "2026-09-17T00:00:00.000+0000": midnight by whatever clock stands for the day. */
const MIDNIGHT = /[T ](?:00|24):00(?::00(?:\.0+)?)?(?: ?Z| ?[+-]\d{2}(?::?\d{2})?)?$/i;
const FIVE_UTC = /[T ]17:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)$/i;

/** A deadline of the portal; an assumed time is noted, and a date that doesn't exist refuses the row. */
export function euDeadline(readings: Readings, path: readonly string[], text: string): Date | undefined {
  const day = dayOf(text);
  const closes = readings.deadline(path, day ?? text, BRUSSELS, CLOSING);
  if (!closes) return undefined;
  if (closes.dayOnly) {
    readings.note({
      sv: `${path.join('.')}: ${day ?? text} har ingen tid; 17.00 i Bryssel antas.`,
      en: `${path.join('.')}: ${day ?? text} has no time; 17:00 in Brussels is assumed.`,
    });
  } else if (FIVE_UTC.test(text)) {
    readings.note({
      sv: `${path.join('.')}: ${quoted(text).sv} är läst som 17.00 UTC, som det står; portalens tider brukar vara i Bryssel.`,
      en: `${path.join('.')}: ${quoted(text).en} is read as 17:00 UTC, as written; the portal's times are most often in Brussels.`,
    });
  }
  return closes.at;
}

/** When a call of the portal opens: midnight stands for the start of the day in Brussels. */
export function euOpening(readings: Readings, path: readonly string[], text: string | undefined): Date | undefined {
  const day = text === undefined ? undefined : (dayOf(text) ?? text);
  return readings.moment(path, day, BRUSSELS, '00:00:00')?.at;
}

/** The day that a midnight stands for, whether it is midnight as it is written or in Brussels; undefined for a time. */
function dayOf(text: string): string | undefined {
  if (MIDNIGHT.test(text)) return text.replace(MIDNIGHT, '');
  const moment = momentIn(BRUSSELS, text, CLOSING);
  if (typeof moment === 'string') return undefined;
  const [day, time] = dayAndTimeIn(BRUSSELS, moment.at);
  return time === '00:00:00' ? day : undefined;
}

/** Milliseconds since 1970 as the text that the search would give, or the value itself where it is no such number. */
export function epochText(value: string): string {
  if (!/^-?\d{1,15}$/.test(value)) return value;
  const at = new Date(Number(value));
  return Number.isNaN(at.getTime()) ? value : `${dayAndTimeIn('UTC', at).join('T')}+0000`;
}
