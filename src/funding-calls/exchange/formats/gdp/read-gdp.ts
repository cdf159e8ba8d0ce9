import type { CallRow, DraftDeadline } from '../../draft/call-draft.js';
import { deadlineModel } from '../../draft/deadline-words.js';
import { finishedRow } from '../../draft/finished-row.js';
import { type ClaimedStatus, closedWithoutDate, compareStatus, endsUnknown } from '../../draft/claimed-status.js';
import { bilingual } from '../../draft/bilingual.js';
import type { Json } from '../../source/json/json.js';
import { isWebAddress } from '../../../../shared/values/exact-values.js';
import { Readings } from '../../draft/readings.js';

const ZONE = 'Europe/Stockholm';

/** The standard's own words for where a call is. */
const STATUS: ReadonlyMap<string, ClaimedStatus> = new Map([
  ['kommande', 'FORTHCOMING'],
  ['pågående', 'OPEN'],
  ['avslutad', 'CLOSED'],
]);

const FIELDS = {
  identifier: ['diarienummer'],
  title: ['titel'],
  summary: ['beskrivning'],
  programme: ['program'],
  funder: ['finansiarNamn'],
  url: ['publiceringsplats'],
  deadlineModel: ['stangningsdatum'],
  opensAt: ['oppningsdatum'],
  deadlines: ['stangningsdatum'],
  budget: ['budgetBelopp'],
} as const;

/** A call of GDP (version 1) as a draft. */
export function gdpRow(value: Json, row: number): CallRow {
  const readings = Readings.of(value);
  const identifier = readings.identifier('diarienummer');
  const dates = datesOf(readings);
  const status = readings.text('status');
  if (status !== undefined) {
    const means = STATUS.get(status.toLowerCase());
    if (endsUnknown(readings, means, dates.deadlines)) return closedWithoutDate(row, identifier);
    compareStatus(readings, ['status'], { word: status, means }, dates);
  }
  const url = addressOf(readings);
  const parts = {
    identifier,
    title: bilingual(readings, 'title', { sv: readings.title('titel'), en: readings.title('titelEng') }),
    summary: summaryOf(readings),
    programme: programmeOf(readings),
    funder: funderOf(readings),
    url,
    deadlineModel: deadlineModel(readings, FIELDS.deadlineModel, undefined, dates.deadlines.length),
    ...dates,
    closingDateOnly: true,
    budget: budgetOf(readings),
    source: { system: 'GDP', externalId: identifier, url },
  } as const;
  return finishedRow(row, parts, readings, FIELDS);
}

/** Days without a time open at midnight and close at the last second of the day, Swedish time. */
function datesOf(readings: Readings): { opensAt: Date | undefined; deadlines: DraftDeadline[] } {
  const opens = readings.moment(['oppningsdatum'], readings.text('oppningsdatum'), ZONE, '00:00:00');
  const closes = readings.deadline(FIELDS.deadlines, readings.dateText('stangningsdatum'), ZONE, '23:59:59');
  return { opensAt: opens?.at, deadlines: closes ? [{ at: closes.at }] : [] };
}

/** The first address for people that the call is published at; `lank` leads to its data. */
function addressOf(readings: Readings): string | undefined {
  const places = readings
    .objects('publiceringsplatser')
    .flatMap(place => new Readings(place).address('webbadress') ?? []);
  const given = [readings.address('publiceringsplats') ?? [], places].flat();
  const address = given.find(isWebAddress);
  if (address === undefined && given.length > 0) readings.unreadable(FIELDS.url, given);
  return address;
}

function summaryOf(readings: Readings) {
  const [sv, en] = [readings.description('beskrivning'), readings.description('beskrivningEng')];
  return bilingual(readings, 'summary', { sv, en });
}

function programmeOf(readings: Readings): string | undefined {
  const [first, ...more] = readings.objects('program').flatMap(program => new Readings(program).name('titel') ?? []);
  if (more.length > 0) {
    readings.note({
      sv: `Utlysningen hör också till ${more.join(', ')}.`,
      en: `The call belongs to ${more.join(', ')} too.`,
    });
  }
  return first;
}

function funderOf(readings: Readings): string {
  const funder = readings.name('finansiarNamn');
  if (funder === undefined) readings.missing(['finansiarNamn']);
  return funder ?? '-';
}

function budgetOf(readings: Readings) {
  const amount = readings.text('budgetBelopp');
  const currency = readings.text('budgetValuta');
  if (amount !== undefined && currency === undefined) {
    readings.assume('budget.currency', {
      sv: 'budgetValuta saknas; SEK antas.',
      en: 'budgetValuta is missing; SEK is assumed.',
    });
  }
  if (amount !== undefined && /^\d+$/.test(amount)) readings.assume('budget.decimals');
  return readings.money(['budgetBelopp'], amount, currency ?? 'SEK');
}
