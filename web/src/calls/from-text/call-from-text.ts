import type { Amount } from '../../language/format';
import { amountIn } from '../../parts/form/money';
import type { CallDefaults } from '../form/call-defaults';
import { datesIn } from './dates-in-text';

/** Names that a text may mention, as the register has them. */
export interface KnownNames {
  funders: readonly { name: string; programmes: readonly string[] }[];
  focusAreas: readonly { code: string; name: string }[];
}

const LONGEST = { title: 300, summary: 10_000 };

/**
 * What a text about a call says of it, as far as it says so plainly; the rest is left for whoever reads it. Dates and
 * amounts count only beside the word that tells what they are.
 */
export function callFromText(text: string, known: KnownNames): CallDefaults {
  const lines = text.split('\n').map(line => line.trim());
  const title = (labelled(lines, TITLE) ?? lines.find(Boolean) ?? '').slice(0, LONGEST.title);
  const summary = text.trim().slice(0, LONGEST.summary);
  const isEnglish = count(text, /\b(?:the|and|of|for)\b/gi) > count(text, /\b(?:och|att|som|för)\b/gi);
  return {
    titleSv: title,
    summarySv: summary,
    ...(isEnglish && { titleEn: title, summaryEn: summary }),
    identifier: labelled(lines, IDENTIFIER) ?? CODE.exec(text)?.[0],
    url: /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;]/.exec(text)?.[0],
    ...whoIn(text, lines, known),
    ...whenIn(text),
    ...moneyIn(text),
    ...rulesIn(text),
    focusAreas: known.focusAreas.filter(({ name }) => mentions(text, name)).map(({ code }) => code),
  };
}

const TITLE = /^(?:titel|rubrik|title|utlysning|call)$/i;
const IDENTIFIER = /^(?:beteckning|identifierare|identifier|diarienummer|dnr|topic|topic id|call id)$/i;
/** The codes of EU calls. */
const CODE = /\b(?:HORIZON|LIFE|DIGITAL|CEF|EUROHPC|INTERREG|ERASMUS|SMP|EIC)-[A-Z0-9][A-Z0-9-]{5,}\b/;

const count = (text: string, words: RegExp) => text.match(words)?.length ?? 0;

const mentions = (text: string, name: string) => text.toLowerCase().includes(name.toLowerCase());

/** What follows a label and a colon on a line of its own. */
function labelled(lines: readonly string[], label: RegExp): string | undefined {
  const pairs = lines.map(line => /^(?<label>[^:]{2,40}):\s+(?<said>.+)$/.exec(line)?.groups);
  return pairs.find(pair => pair && label.test(pair['label']!.trim()))?.['said']?.trim();
}

function whoIn(text: string, lines: readonly string[], { funders }: KnownNames): Partial<CallDefaults> {
  const funder = funders.find(({ name }) => mentions(text, name));
  return {
    funder: labelled(lines, /^(?:finansiär|funder|myndighet|agency)$/i) ?? funder?.name,
    programme:
      labelled(lines, /^(?:program|programme|program)$/i) ?? funder?.programmes.find(name => mentions(text, name)),
  };
}

const CLOSES =
  /(?:sista ansöknings\p{L}*|sista dag\p{L}*|sista inlämning\p{L}*|deadline\p{L}*|stänger|ansök senast|senast|closes|closing date|apply by|due)/giu;
const OPENS = /(?:öppnar|öppnas|öppen från|opens|opening date|open from)/giu;
/** So far from its word a date may stand. */
const NEAR = 60;

/** Dates count for the nearest word before them. */
function whenIn(text: string): Partial<CallDefaults> {
  const said = [...text.matchAll(CLOSES)].map(found => ({ means: 'closes', place: found.index }));
  const words = [...said, ...[...text.matchAll(OPENS)].map(found => ({ means: 'opens', place: found.index }))];
  const meaning = (place: number) => {
    const before = words.filter(word => word.place < place && place - word.place <= NEAR);
    return before.toSorted((one, other) => other.place - one.place)[0]?.means;
  };
  const closes = datesIn(text, '23:59').filter(({ place }) => meaning(place) === 'closes');
  const opens = datesIn(text, '00:00').find(({ place }) => meaning(place) === 'opens');
  const deadlines = [...new Set(closes.map(({ at }) => at))].toSorted();
  const isContinuous = deadlines.length === 0 && /\b(?:löpande|tills vidare|continuous|ongoing)\b/i.test(text);
  return {
    opensAt: opens?.at,
    deadlines: deadlines.map(at => ({ at })),
    deadlineModel: isContinuous ? 'CONTINUOUS' : deadlines.length > 1 ? 'MULTIPLE_CUT_OFF' : 'SINGLE_STAGE',
  };
}

const SUM = String.raw`((?:€|EUR|SEK)?\s?\d[\d\s.,]*(?:kr|kronor|tkr|mkr|mnkr|msek|meur|miljon(?:er)?|million|miljard(?:er)?|billion|€|eur|euro|sek)\b(?:\s?(?:kronor|kr|euro|eur|sek)\b)?)`;
const sumAfter = (words: string) => new RegExp(`(?:${words})[^\\d€\\n]{0,40}?${SUM}`, 'i');
const BUDGET = sumAfter('budget|totalt|avsätter|utlyser');
const MOST = sumAfter('högst|maximalt|max|upp till|up to|at most');
const LEAST = sumAfter('minst|lägst|at least|minimum');

/** Amounts with their unit, after a word that tells what they are. */
function moneyIn(text: string): Partial<CallDefaults> {
  const amount = (pattern: RegExp): Amount | undefined => {
    const understood = amountIn((pattern.exec(text)?.[1] ?? '').replace(/[\s.,]+$/, ''));
    return understood && { amount: understood.amount, currency: understood.currency ?? 'SEK' };
  };
  const rate = /(\d{1,3}(?:[.,]\d)?)\s?(?:%|procent|per ?cent)/i.exec(text)?.[1];
  return {
    budget: amount(BUDGET),
    grantMin: amount(LEAST),
    grantMax: amount(MOST),
    fundingRate: rate && Number(rate.replace(',', '.')) <= 100 ? Number(rate.replace(',', '.')) : undefined,
  };
}

const NUMBERS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'];
const IN_ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numberOf(word: string | undefined): number | undefined {
  if (!word) return undefined;
  const place = Math.max(NUMBERS.indexOf(word.toLowerCase()), IN_ENGLISH.indexOf(word.toLowerCase()));
  return /^\d+$/.test(word) ? Number(word) : place > 0 ? place : undefined;
}

function rulesIn(text: string): Partial<CallDefaults> {
  const atLeast = (what: string) =>
    numberOf(new RegExp(`(?:minst|at least) (\\p{L}+|\\d{1,2}) (?:\\p{L}+ )?(?:${what})`, 'iu').exec(text)?.[1]);
  const trl = /\bTRL\s?(\d)(?:\s?(?:[-–]|till|to)\s?(?:TRL\s?)?(\d))?/i.exec(text);
  return {
    minPartners: atLeast('partner|parter|aktörer|organisationer|projektparter|organisations'),
    minCountries: atLeast('länder|countries'),
    trlMin: trl ? Number(trl[1]) : undefined,
    trlMax: trl?.[2] ? Number(trl[2]) : undefined,
  };
}
