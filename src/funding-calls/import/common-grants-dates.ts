import { LONGEST } from '../../shared/checks.js';
import type { DeadlineModel } from '../call-status.js';
import type { DraftDeadline } from './call-draft.js';
import type { OwnFields } from './common-grants-own.js';
import { type KeptText, otherDates } from './common-grants-texts.js';
import { deadlineModel, deadlineModelOf, inOrder } from './deadline-words.js';
import { isZone, momentIn, type Moment } from './local-time.js';
import { cut, exactLine } from './plain-text.js';
import { isObject, type Json, type Readings } from './readings.js';

/** The dates of an opportunity, and what it says of them in words. */
export interface CommonGrantsDates {
  opensAt: Date | undefined;
  deadlines: DraftDeadline[];
  deadlineModel: DeadlineModel;
  kept: KeptText[];
}

/** Names of deadlines that say nothing more than that they are. */
const PLAIN_NAMES = /^(?:application )?(?:deadline|close date)$/i;
/** The other dates of our own export that are deadlines: deadline1, deadline2, … */
const DEADLINE_KEY = /^deadline\d{1,3}$/;
const CONTINUOUS = /\b(?:ongoing|continuous|rolling|permanent|löpande)\b/i;

export function datesOf(readings: Readings, own: OwnFields): CommonGrantsDates {
  const zone = zoneOf(readings, own);
  const events = [['closeDate'], ...deadlineKeys(readings).map(key => ['otherDates', key])];
  const read = events.flatMap(path => deadlineAt(readings, ['keyDates', ...path], zone));
  const deadlines = exactDeadlines(own) ?? inOrder(read);
  const details = readings.text('keyDates', 'closeDate', 'details');
  const continuous = details !== undefined && CONTINUOUS.test(details);
  const word = own.text('deadlineModel') ?? (continuous ? 'continuous' : undefined);
  const opens = eventAt(readings, ['keyDates', 'postDate'], zone, 'start');
  const openWords = readings.text('keyDates', 'postDate', 'details');
  return {
    opensAt: exactOpening(own) ?? opens?.at,
    deadlines,
    deadlineModel: knownModel(word) ?? deadlineModel(readings, ['keyDates', 'closeDate'], word, deadlines.length),
    kept: [
      ...(openWords === undefined ? [] : [{ sv: 'Öppnar', en: 'Opens', text: openWords }]),
      ...(details === undefined || continuous ? [] : [{ sv: 'Sista dag', en: 'Deadline', text: details }]),
      ...otherDates(readings.value('keyDates', 'otherDates'), DEADLINE_KEY),
    ],
  };
}

/** Our own export writes the model's word of the API. */
function knownModel(word: string | undefined): DeadlineModel | undefined {
  return word === undefined || !/^[A-Z_]+$/.test(word) ? undefined : deadlineModelOf(word);
}

/** CommonGrants times have no zone: UTC is assumed, unless the opportunity names one. */
function zoneOf(readings: Readings, own: OwnFields): string {
  const zone = own.text('timeZone');
  if (zone !== undefined && isZone(zone)) return zone;
  const timed = ['postDate', 'closeDate'].some(field => isObject(readings.value('keyDates', field)));
  if (timed) {
    readings.note({
      sv: 'keyDates: tiderna har ingen tidszon; UTC antas.',
      en: 'keyDates: the times have no time zone; UTC is assumed.',
    });
  }
  return 'UTC';
}

function deadlineKeys(readings: Readings): string[] {
  const others = readings.value('keyDates', 'otherDates');
  return isObject(others) ? Object.keys(others).filter(key => DEADLINE_KEY.test(key)) : [];
}

function deadlineAt(readings: Readings, path: string[], zone: string): DraftDeadline[] {
  const moment = eventAt(readings, path, zone, 'end');
  if (!moment) return [];
  const name = readings.name(...path, 'name');
  return [name === undefined || PLAIN_NAMES.test(name) ? { at: moment.at } : { at: moment.at, label: name }];
}

/** The moment of an event: of a period its start or its end, of anything else its date. */
function eventAt(readings: Readings, path: string[], zone: string, edge: 'start' | 'end'): Moment | undefined {
  const isPeriod = readings.text(...path, `${edge}Date`) !== undefined;
  const [dateField, timeField] = isPeriod ? [`${edge}Date`, `${edge}Time`] : ['date', 'time'];
  const date = readings.text(...path, dateField);
  if (date === undefined) return undefined;
  const time = readings.text(...path, timeField);
  const text = time === undefined ? date : `${date}T${time}`;
  if (edge === 'start') return readings.moment([...path, dateField], text, zone, '00:00:00');
  return readings.deadline([...path, dateField], text, zone, '23:59:59');
}

function exactDeadlines(own: OwnFields): DraftDeadline[] | undefined {
  const value = own.value('deadlines');
  if (!Array.isArray(value)) return undefined;
  const read = value.flatMap(deadline => exactDeadline(deadline));
  return read.length === value.length ? inOrder(read) : undefined;
}

function exactDeadline(value: Json): DraftDeadline[] {
  if (!isObject(value)) return [];
  const at = exactMoment(value['at']);
  const label = typeof value['label'] === 'string' ? cut(exactLine(value['label']), LONGEST.name) : '';
  return at ? [label === '' ? { at } : { at, label }] : [];
}

function exactOpening(own: OwnFields): Date | undefined {
  return exactMoment(own.value('opensAt'));
}

function exactMoment(value: Json | undefined): Date | undefined {
  const moment = typeof value === 'string' ? momentIn('UTC', value, '00:00:00') : 'UNSET';
  return typeof moment === 'string' ? undefined : moment.at;
}
