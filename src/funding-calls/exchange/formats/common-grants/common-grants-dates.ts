import type { Bilingual } from '../../../../shared/text/wording.js';
import type { DeadlineModel } from '../../../call-status.js';
import type { DraftDeadline } from '../../draft/call-draft.js';
import type { OwnFields } from './common-grants-own.js';
import { deadlineAt, openingAt } from './common-grants-events.js';
import { type KeptText, otherDates, wordsOf } from './common-grants-texts.js';
import { deadlineModel, deadlineModelOf } from '../../draft/deadline-words.js';
import { eachMomentOnce } from '../../../description/call-deadlines.js';
import { isZone, momentIn } from '../../../../shared/time/local-time.js';
import { exactLine } from '../../../../shared/text/clean-text.js';
import { isObject, type Json } from '../../source/json/json.js';
import { type Readings } from '../../draft/readings.js';

/** The dates of an opportunity, and what it says of them in words. */
export interface CommonGrantsDates {
  opensAt: Date | undefined;
  deadlines: DraftDeadline[];
  deadlineModel: DeadlineModel;
  closingDateOnly?: true;
  kept: KeptText[];
}

/** The other dates of our own export that are deadlines: deadline1, deadline2, … */
const DEADLINE_KEY = /^deadline\d{1,3}$/;
const CONTINUOUS = /\b(?:ongoing|continuous|rolling|permanent|löpande)\b/i;

/** Where an opportunity says when it opens and closes; the second names are of the protocol's first version. */
const OPENS = [
  ['keyDates', 'postDate'],
  ['keyDates', 'appOpens'],
];
const CLOSES = [
  ['keyDates', 'closeDate'],
  ['keyDates', 'appDeadline'],
];

export function datesOf(readings: Readings, own: OwnFields): CommonGrantsDates {
  const zone = zoneOf(readings, own);
  const competitions = competitionsOf(readings);
  const exact = exactDeadlines(own);
  const deadlines = exact ?? deadlinesOf(readings, competitions, zone);
  const opens = exactOpening(own) ?? opensAt(readings, competitions, zone);
  if (!isZoneGiven(own))
    [opens ?? [], deadlines.map(({ at }) => at)].flat().forEach(at => readings.assumeTime(at, zone));
  const details = readings.text('keyDates', 'closeDate', 'details');
  const continuous = details !== undefined && CONTINUOUS.test(details);
  const word = own.text('deadlineModel') ?? (continuous ? 'continuous' : undefined);
  return {
    opensAt: opens,
    deadlines,
    ...(!exact && deadlines.length === 1 && { closingDateOnly: true }),
    deadlineModel: knownModel(word) ?? deadlineModel(readings, CLOSES[0]!, word, deadlines.length),
    kept: [
      ...OPENS.flatMap(path => kept({ sv: 'Öppnar', en: 'Opens' }, wordsOf(readings, path))),
      ...CLOSES.flatMap(path =>
        kept(
          { sv: 'Sista ansökningsdag', en: 'Deadline' },
          wordsOf(readings, path, continuous ? ['description'] : undefined),
        ),
      ),
      ...otherDates(readings.value('keyDates', 'otherDates'), DEADLINE_KEY),
    ],
  };
}

function kept(about: Bilingual, text: string | undefined): KeptText[] {
  return text === undefined ? [] : [{ ...about, text }];
}

/** The competitions of an opportunity, each read as if it stood alone. */
function competitionsOf(readings: Readings): Readings[] {
  return readings.objects('competitions').map(competition => readings.inside({ competitions: competition }));
}

/** The opportunity's own deadlines, or where it has none those of its competitions, by their titles. */
function deadlinesOf(readings: Readings, competitions: readonly Readings[], zone: string): DraftDeadline[] {
  const timeline = readings.value('keyDates');
  if (timeline != null && !isObject(timeline)) readings.noSuchDate(['keyDates'], JSON.stringify(timeline));
  const paths = [...CLOSES, ...deadlineKeys(readings).map(key => ['keyDates', 'otherDates', key])];
  const own = paths.flatMap(path => deadlineAt(readings, path, zone));
  if (own.length > 0) return eachMomentOnce(own);
  return eachMomentOnce(
    competitions.flatMap(competition => {
      const title = competitions.length > 1 ? competition.name('competitions', 'title') : undefined;
      const read = deadlineAt(competition, ['competitions', 'keyDates', 'closeDate'], zone);
      return title === undefined ? read : read.map(({ at }) => ({ at, label: title }));
    }),
  );
}

function opensAt(readings: Readings, competitions: readonly Readings[], zone: string): Date | undefined {
  const own = OPENS.map(path => openingAt(readings, path, zone)).find(Boolean);
  if (own) return own;
  const opens = competitions.flatMap(one => openingAt(one, ['competitions', 'keyDates', 'openDate'], zone) ?? []);
  return opens.sort((one, other) => one.getTime() - other.getTime())[0];
}

/** Our own export writes the model's word of the API. */
function knownModel(word: string | undefined): DeadlineModel | undefined {
  return word === undefined || !/^[A-Z_]+$/.test(word) ? undefined : deadlineModelOf(word);
}

/** CommonGrants times have no zone: UTC is assumed, unless the opportunity names one. */
function zoneOf(readings: Readings, own: OwnFields): string {
  if (isZoneGiven(own)) return own.text('timeZone')!;
  if (readings.value('keyDates') != null || readings.value('competitions') != null) {
    readings.note({
      sv: 'keyDates: tiderna har ingen tidszon; UTC antas.',
      en: 'keyDates: the times have no time zone; UTC is assumed.',
    });
  }
  return 'UTC';
}

function isZoneGiven(own: OwnFields): boolean {
  return isZone(own.text('timeZone') ?? '');
}

function deadlineKeys(readings: Readings): string[] {
  const others = readings.value('keyDates', 'otherDates');
  return isObject(others) ? Object.keys(others).filter(key => DEADLINE_KEY.test(key)) : [];
}

function exactDeadlines(own: OwnFields): DraftDeadline[] | undefined {
  const value = own.value('deadlines');
  if (!Array.isArray(value)) return undefined;
  const read = value.flatMap(deadline => exactDeadline(deadline));
  return read.length === value.length ? eachMomentOnce(read) : undefined;
}

function exactDeadline(value: Json): DraftDeadline[] {
  if (!isObject(value)) return [];
  const at = exactMoment(value['at']);
  const label = typeof value['label'] === 'string' ? exactLine(value['label']) : '';
  return at ? [label === '' ? { at } : { at, label }] : [];
}

function exactOpening(own: OwnFields): Date | undefined {
  return exactMoment(own.value('opensAt'));
}

function exactMoment(value: Json | undefined): Date | undefined {
  const moment = typeof value === 'string' ? momentIn('UTC', value, '00:00:00') : 'UNSET';
  return typeof moment === 'string' ? undefined : moment.at;
}
