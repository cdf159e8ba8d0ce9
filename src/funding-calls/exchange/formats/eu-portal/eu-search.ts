import type { Bilingual } from '../../../../shared/text/wording.js';
import type { CallDraft, CallRow, DraftDeadline } from '../../draft/call-draft.js';
import { deadlineModel, labelled } from '../../draft/deadline-words.js';
import { eachMomentOnce } from '../../../description/call-deadlines.js';
import { type TopicBudget, topicBudget } from './eu-budget.js';
import { keywordsOf } from './eu-keywords.js';
import { programmeByCode, programmeByIdentifier } from './eu-programmes.js';
import { collaborationRules } from './eu-rules.js';
import { isClosedUndated } from './eu-status.js';
import { euDeadline, euOpening } from './eu-times.js';
import { finishedRow } from '../../draft/finished-row.js';
import { closedWithoutDate } from '../../draft/claimed-status.js';
import { ENGLISH_ONLY } from '../../draft/bilingual.js';
import type { Json } from '../../source/json/json.js';
import { Readings } from '../../draft/readings.js';

export const EU_FUNDER = 'European Commission';
const PAGES = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities';

/** Types of what the portal lists: 1 and 2 are grants, 8 is a call of a project that passes its grant on. */
const GRANTS = ['1', '2'];
const CASCADE = '8';

export const NO_GRANT: Bilingual = {
  sv: 'Ingen utlysning av bidrag, utan till exempel en upphandling.',
  en: 'Not a call for grants, but for instance a tender.',
};

const FIELDS = {
  identifier: ['metadata', 'identifier'],
  title: ['metadata', 'title'],
  summary: ['metadata', 'descriptionByte'],
  programme: ['metadata', 'frameworkProgramme'],
  url: ['metadata', 'url'],
  deadlineModel: ['metadata', 'deadlineModel'],
  opensAt: ['metadata', 'startDate'],
  deadlines: ['metadata', 'deadlineDate'],
  budget: ['metadata', 'budgetOverview'],
  grantMin: ['metadata', 'budgetOverview', 'minContribution'],
  grantMax: ['metadata', 'budgetOverview', 'maxContribution'],
} as const;

/** One result of the portal's search as a draft. */
export function euSearchRow(value: Json, row: number): CallRow {
  const readings = Readings.of(value);
  const topic = readings.identifier('metadata', 'identifier');
  const type = readings.text('metadata', 'type') ?? '1';
  if (![...GRANTS, CASCADE].includes(type)) return { row, ...(topic ? { identifier: topic } : {}), skipped: NO_GRANT };
  const identifier = type === CASCADE ? cascadeIdentifier(readings, topic) : topic;
  const budget = budgetOf(readings, topic, type);
  const dates = datesOf(readings, budget);
  if (isClosedUndated(readings, ['metadata', 'status'], readings.text('metadata', 'status'), dates))
    return closedWithoutDate(row, identifier);
  readings.assume('funder');
  const parts = {
    ...textsOf(readings, topic, type),
    ...rulesOf(readings, type),
    ...dates,
    budget: budget.budget,
    grantMin: budget.grantMin,
    grantMax: budget.grantMax,
    identifier,
    programme: programmeOf(readings, topic),
    funder: EU_FUNDER,
    url: pageOf(readings, topic, type),
    source: { system: 'EU_PORTAL', externalId: identifier, url: readings.url('url') },
  } as const;
  return finishedRow(row, parts, readings, FIELDS);
}

/** Cascade calls carry the identifier of the topic that pays for them; their own is the portal's reference. */
function cascadeIdentifier(readings: Readings, topic: string | undefined): string | undefined {
  const language = readings.text('language') ?? readings.text('metadata', 'language') ?? 'en';
  const reference = readings.text('reference');
  if (reference === undefined) readings.missing(['reference']);
  if (topic === undefined || reference === undefined) return undefined;
  readings.note({
    sv: `Utlysning inom ett projekt som ${topic} finansierar (kaskadfinansiering).`,
    en: `A call of a project funded by ${topic} (cascade funding).`,
  });
  const own = reference.endsWith(language) ? reference.slice(0, -language.length) : reference;
  return `${topic}/${own}`;
}

function textsOf(
  readings: Readings,
  topic: string | undefined,
  type: string,
): Pick<CallDraft, 'summary' | 'language' | 'keywords'> & { title: CallDraft['title'] | undefined } {
  const language = readings.text('language') ?? readings.text('metadata', 'language') ?? 'en';
  const { title, written } = type === CASCADE ? cascadeWords(readings) : topicWords(readings);
  const summary = written === title ? undefined : written;
  if (language === 'en') readings.note(ENGLISH_ONLY);
  else if (language !== 'sv')
    readings.note({ sv: `Texten är på språket ${language}.`, en: `The text is in the language ${language}.` });
  const both = (text: string) => (language === 'en' ? { sv: text, en: text } : { sv: text });
  return {
    title: title === undefined ? undefined : both(title),
    summary: summary === undefined ? undefined : both(summary),
    language,
    keywords: keywordsOf(readings.value('metadata', 'keywords'), [topic, readings.text('metadata', 'callIdentifier')]),
  };
}

function topicWords(readings: Readings) {
  return {
    title: readings.title('metadata', 'title') ?? readings.title('metadata', 'callTitle') ?? readings.title('summary'),
    written:
      readings.description('metadata', 'descriptionByte') ??
      readings.description('metadata', 'description') ??
      readings.description('summary'),
  };
}

/** A cascade call names itself in `callTitle`; `title` and `descriptionByte` are those of the topic that pays for it. */
function cascadeWords(readings: Readings) {
  return {
    title: readings.title('metadata', 'callTitle') ?? readings.title('summary') ?? readings.title('metadata', 'title'),
    written: readings.description('metadata', 'description') ?? readings.description('summary'),
  };
}

function rulesOf(readings: Readings, type: string) {
  return type === CASCADE ? {} : collaborationRules(readings, readings.text('metadata', 'typesOfAction'));
}

function budgetOf(readings: Readings, topic: string | undefined, type: string): TopicBudget {
  const currency = readings.text('metadata', 'currency') ?? assumedCurrency(readings);
  if (type !== CASCADE && topic !== undefined) return topicBudget(readings, topic, currency);
  const amount = readings.text('metadata', 'budget')?.replace(/\s/g, '');
  return { budget: readings.money(['metadata', 'budget'], amount, currency), deadlines: [] };
}

function assumedCurrency(readings: Readings): string {
  for (const field of ['budget', 'grantMin', 'grantMax'] as const) readings.assume(`${field}.currency`);
  return 'EUR';
}

function datesOf(readings: Readings, budget: TopicBudget): Pick<CallDraft, 'opensAt' | 'deadlines' | 'deadlineModel'> {
  const listed = readings.dateTexts(FIELDS.deadlines);
  const given = listed.length > 0 ? listed : readings.dateTexts(FIELDS.budget, budget.deadlines);
  const read = given.flatMap((text): DraftDeadline[] => {
    const at = euDeadline(readings, FIELDS.deadlines, text);
    return at ? [{ at }] : [];
  });
  const deadlines = eachMomentOnce(read);
  const word = readings.text('metadata', 'deadlineModel') ?? budget.model;
  const model = deadlineModel(readings, FIELDS.deadlineModel, word, deadlines.length);
  const opens = readings.text('metadata', 'startDate') ?? budget.opens;
  return {
    opensAt: euOpening(readings, FIELDS.opensAt, opens),
    deadlines: labelled(readings, model, deadlines),
    deadlineModel: model,
  };
}

/** The programme by its code, else by the beginning of the identifier, else by its bare code: a call is no programme. */
function programmeOf(readings: Readings, topic: string | undefined): string | undefined {
  const code = readings.name('metadata', 'frameworkProgramme');
  const known = programmeByCode(code);
  if (known === undefined) readings.assume('programme');
  if (code === undefined || known !== undefined) return known ?? programmeByIdentifier(topic);
  readings.note({
    sv: `metadata.frameworkProgramme ${code} är en okänd kod.`,
    en: `metadata.frameworkProgramme ${code} is an unknown code.`,
  });
  return programmeByIdentifier(topic) ?? `EU programme ${code}`;
}

/** The page for people; some results only give the address of their data. */
function pageOf(readings: Readings, topic: string | undefined, type: string): string | undefined {
  const url = readings.url('metadata', 'url') ?? readings.url('url');
  if (!url?.endsWith('.json') || topic === undefined) return url;
  readings.assume('url');
  const number = /^\d+/.exec(readings.text('reference') ?? '')?.[0];
  if (type === CASCADE) return number && `${PAGES}/competitive-calls-cs/${number}`;
  return topicPage(topic);
}

export function topicPage(topic: string): string {
  return `${PAGES}/topic-details/${encodeURIComponent(topic)}`;
}
