import type { DraftDeadline } from '../../draft/call-draft.js';
import type { Moment } from '../../../../shared/time/local-time.js';
import { isObject } from '../../source/json/json.js';
import { type Readings } from '../../draft/readings.js';

/** Names of deadlines that say nothing more than that they are. */
const PLAIN_NAMES = /^(?:(?:application|opportunity) )?(?:deadline|close date)$/i;

/** The date that servers write where they have none. */
const NEVER = '2099-12-31';

/** Fields of an event by which it says when it is, or that it says so in words alone. */
const READ_FIELDS = ['name', 'eventType', 'date', 'time', 'startDate', 'startTime', 'endDate', 'endTime'];
const WORDS = ['details', 'description'];

/** When an event begins: the start of a period, or its date. */
export function openingAt(readings: Readings, path: string[], zone: string): Date | undefined {
  const isPeriod = readings.text(...path, 'startDate') !== undefined;
  const [dateField, timeField] = isPeriod ? ['startDate', 'startTime'] : ['date', 'time'];
  const date = readings.text(...path, dateField) ?? plainDate(readings, path);
  if (date === undefined) return undefined;
  const time = readings.text(...path, timeField);
  const text = time === undefined ? date : `${date}T${time}`;
  return readings.moment([...path, dateField], text, zone, '00:00:00')?.at;
}

/** A date that stands in the place of an event. */
function plainDate(readings: Readings, path: string[]): string | undefined {
  return isObject(readings.value(...path)) ? undefined : readings.text(...path);
}

/** The deadline that an event is, if it says when; what can't be read refuses the row. */
export function deadlineAt(readings: Readings, path: string[], zone: string): DraftDeadline[] {
  const moment = endOf(readings, path, zone);
  if (!moment) return [];
  const name = readings.name(...path, 'name');
  return [name === undefined || PLAIN_NAMES.test(name) ? { at: moment.at } : { at: moment.at, label: name }];
}

function endOf(readings: Readings, path: string[], zone: string): Moment | undefined {
  const event = readings.value(...path);
  if (event == null) return undefined;
  if (!isObject(event)) return readings.deadline(path, readings.dateText(...path), zone, '23:59:59');
  const isPeriod = event['endDate'] != null;
  const [dateField, timeField] = isPeriod ? (['endDate', 'endTime'] as const) : (['date', 'time'] as const);
  const date = readings.dateText(...path, dateField);
  if (date === undefined) return saysWhen(readings, path);
  if (date.startsWith(NEVER)) return notSet(readings, path);
  const time = readings.dateText(...path, timeField);
  const text = time === undefined ? date : `${date}T${time}`;
  return readings.deadline([...path, dateField], text, zone, '23:59:59');
}

function notSet(readings: Readings, path: string[]): undefined {
  const name = path.join('.');
  readings.note({
    sv: `${name}: ${NEVER} läses som att inget datum är satt.`,
    en: `${name}: ${NEVER} is read as no date set.`,
  });
}

/** An event without a date has words, or nothing; anything else in it may be its date in a form that we don't know. */
function saysWhen(readings: Readings, path: string[]): undefined {
  const event = readings.value(...path);
  if (!isObject(event) || WORDS.some(field => event[field] != null)) return;
  const unknown = Object.entries(event).some(([field, value]) => value != null && !READ_FIELDS.includes(field));
  if (unknown) readings.noSuchDate(path, JSON.stringify(event));
}
