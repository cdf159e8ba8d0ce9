import type { Localized } from '../../../../shared/text/localized-text.js';
import type { CallRow } from '../../draft/call-draft.js';
import { type CommonGrantsDates, datesOf } from './common-grants-dates.js';
import { keptTexts, type KeptText } from './common-grants-texts.js';
import { identifierIn } from './common-grants-identifiers.js';
import { OwnFields } from './common-grants-own.js';
import { finishedRow } from '../../draft/finished-row.js';
import { closedWithoutDate, type ClaimedStatus, compareStatus, endsUnknown } from '../../draft/claimed-status.js';
import { bilingual } from '../../draft/bilingual.js';
import type { Json } from '../../source/json/json.js';
import { Readings } from '../../draft/readings.js';
import { LONGEST } from '../../../../shared/checks.js';

const STATUS: ReadonlyMap<string, ClaimedStatus> = new Map([
  ['forecasted', 'FORTHCOMING'],
  ['open', 'OPEN'],
  ['closed', 'CLOSED'],
]);

const FIELDS = {
  identifier: ['id'],
  title: ['title'],
  summary: ['description'],
  programme: ['customFields', 'programme'],
  funder: ['customFields', 'agency'],
  url: ['source'],
  deadlineModel: ['keyDates', 'closeDate'],
  opensAt: ['keyDates', 'postDate'],
  deadlines: ['keyDates', 'closeDate'],
  budget: ['funding', 'totalAmountAvailable'],
  grantMin: ['funding', 'minAwardAmount'],
  grantMax: ['funding', 'maxAwardAmount'],
  fundingRate: ['customFields', 'fundingRate'],
  minPartners: ['customFields', 'minPartners'],
  minCountries: ['customFields', 'minCountries'],
  trlMin: ['customFields', 'trlMin'],
  trlMax: ['customFields', 'trlMax'],
} as const;

/** An opportunity of CommonGrants (OpportunityBase 0.1 to 0.5) as a draft; what our own export adds is read back exactly. */
export function commonGrantsRow(value: Json, row: number): CallRow {
  const readings = Readings.of(value);
  const own = new OwnFields(readings);
  const externalId = readings.identifier('id');
  if (externalId === undefined) readings.missing(['id']);
  const identifier =
    own.text('identifier') ?? identifierIn(readings) ?? own.text('federalOpportunityNumber') ?? externalId;
  const dates = datesOf(readings, own);
  const status = statusOf(readings, dates);
  if (endsUnknown(readings, status, dates.deadlines)) return closedWithoutDate(row, identifier);
  const funding = fundingOf(readings);
  const url = readings.url('source');
  const parts = {
    ...own.rules(),
    ...funding.amounts,
    identifier,
    title: own.title() ?? bilingual(readings, 'title', { sv: undefined, en: readings.title('title') }),
    summary: own.isOurs ? own.summary() : summaryOf(readings, [...funding.kept, ...dates.kept]),
    programme: own.name('programme'),
    funder: funderOf(readings, own, url),
    url,
    opensAt: dates.opensAt,
    deadlines: dates.deadlines,
    deadlineModel: dates.deadlineModel,
    ...(dates.closingDateOnly && { closingDateOnly: true as const }),
    source: { system: 'COMMON_GRANTS', externalId, url },
  } as const;
  return finishedRow(row, parts, readings, FIELDS);
}

function statusOf(readings: Readings, dates: CommonGrantsDates): ClaimedStatus | undefined {
  const value = readings.text('status', 'value');
  if (value === undefined) return undefined;
  const means = STATUS.get(value);
  const word = [value, readings.text('status', 'customValue')].filter(Boolean).join(': ');
  compareStatus(readings, ['status', 'value'], { word, means }, dates);
  return means;
}

function fundingOf(readings: Readings) {
  const kept: KeptText[] = [];
  const money = (field: string) => {
    const amount = readings.text('funding', field, 'amount') ?? readings.text('funding', field);
    const read = readings.money(['funding', field], amount, readings.text('funding', field, 'currency'));
    if (amount !== undefined && !read) kept.push({ sv: 'Finansiering', en: 'Funding', text: amount });
    return read;
  };
  const amounts = {
    budget: money('totalAmountAvailable'),
    grantMin: money('minAwardAmount'),
    grantMax: money('maxAwardAmount'),
  };
  return { amounts, kept: [...kept, ...keptTexts(readings)] };
}

/** The description, and after it what a call has no field for: the source's own words are kept. */
function summaryOf(readings: Readings, kept: readonly KeptText[]): Localized | undefined {
  const described = readings.description('description');
  const inWords = (label: 'sv' | 'en') => kept.map(words => `${words[label]}: ${words.text}`).join('\n');
  const write = (label: 'sv' | 'en') => {
    const text = [described, inWords(label)].filter(Boolean).join('\n\n');
    return readings.shortened(['description'], text || undefined, LONGEST.text);
  };
  const [sv, en] = [write('sv'), write('en')];
  if (sv === undefined || en === undefined) return undefined;
  readings.assume('summary.sv');
  return { sv, en };
}

function funderOf(readings: Readings, own: OwnFields, url: string | undefined): string {
  const given = own.funder();
  if (given !== undefined) return given;
  const host = url === undefined ? 'CommonGrants' : new URL(url).hostname;
  readings.assume('funder', {
    sv: `customFields.agency saknas; ${host} står som finansiär.`,
    en: `customFields.agency is missing; ${host} stands as the funder.`,
  });
  return host;
}
