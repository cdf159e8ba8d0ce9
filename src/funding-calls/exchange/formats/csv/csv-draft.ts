import { LONGEST } from '../../../../shared/checks.js';
import type { Amount } from '../../../../shared/money.js';
import type { CellDate } from '../../../../tables/dates/dates.js';
import type { CallDraft, CallRow, DraftDeadline } from '../../draft/call-draft.js';
import { countryOf } from '../../../../tables/countries.js';
import { type CallCells, CLOSING, OPENING } from './csv-cells.js';
import { fieldsOf } from './csv-fields.js';
import { objectiveOf } from '../../../../ideas/objective-words.js';
import { sectorOf } from '../../../../partners/exchange/sector-words.js';
import { deadlineModel, deadlineModelOf } from '../../draft/deadline-words.js';
import { eachMomentOnce } from '../../../description/call-deadlines.js';
import { finishedRow } from '../../draft/finished-row.js';
import { bilingual } from '../../draft/bilingual.js';
import type { Bilingual } from '../../../../shared/text/wording.js';

const AMOUNTS = ['budget', 'grantMin', 'grantMax'] as const;

/** One row of a table as a draft. */
export function csvRow(row: number, cells: CallCells): CallRow {
  const { remarks } = cells;
  const identifier = cells.identifier('identifier', 10 * LONGEST.name);
  const url = cells.url('url');
  const parts = {
    ...rulesOf(cells),
    ...moneyOf(cells),
    ...datesOf(cells),
    identifier,
    title: bilingual(remarks, 'title', {
      sv: cells.name('titleSv', LONGEST.title),
      en: cells.name('titleEn', LONGEST.title),
    }),
    summary: summaryOf(cells),
    programme: cells.name('programme', LONGEST.name),
    funder: funderOf(cells),
    url,
    countries: countriesOf(cells),
    source: { system: 'CSV', externalId: identifier },
  } as const;
  return finishedRow(row, parts, remarks, fieldsOf(cells));
}

function summaryOf(cells: CallCells): CallDraft['summary'] {
  const [sv, en] = [cells.description('summarySv', LONGEST.text), cells.description('summaryEn', LONGEST.text)];
  return bilingual(cells.remarks, 'summary', { sv, en });
}

function funderOf(cells: CallCells): string {
  const funder = cells.name('funder', LONGEST.name);
  if (funder === undefined) cells.remarks.missing(cells.column('funder'));
  return funder ?? '-';
}

function datesOf(cells: CallCells): Pick<CallDraft, 'opensAt' | 'deadlines' | 'deadlineModel'> {
  const { remarks } = cells;
  const [opening] = cells.all('opensAt').filter(({ cell }) => !isContinuous(cell));
  const closing = cells.all('deadlines').filter(({ cell }) => !isContinuous(cell));
  const written = closing.flatMap(filled => cells.dates(filled, CLOSING).map(deadlineOf));
  const deadlines = eachMomentOnce(written);
  if (deadlines.length < written.length) {
    const name = cells.column('deadlines')[0];
    remarks.note({
      sv: `${name}: samma tidpunkt står flera gånger; den räknas en gång.`,
      en: `${name}: the same moment stands several times; it counts once.`,
    });
  }
  const { word, path } = modelOf(cells, deadlines.length);
  return {
    opensAt: opening && cells.date(opening, OPENING)?.at,
    deadlines,
    deadlineModel: deadlineModel(remarks, path, word, deadlines.length),
  };
}

function deadlineOf({ at, label }: CellDate): DraftDeadline {
  return label ? { at, label } : { at };
}

function isContinuous(cell: string): boolean {
  return deadlineModelOf(cell) === 'CONTINUOUS';
}

/** The model's own column, or a column of dates that says "löpande"; where they contradict each other, neither counts. */
function modelOf(cells: CallCells, deadlines: number): { word: string | undefined; path: readonly string[] } {
  const path = cells.column('deadlineModel');
  const word = cells.text('deadlineModel', LONGEST.name);
  if (word !== undefined && !deadlineModelOf(word)) cells.refuse(path, word, NO_MODEL);
  const open = [...cells.all('deadlines'), ...cells.all('opensAt')].find(({ cell }) => isContinuous(cell));
  if (!open) return { word, path };
  const isContradicted = deadlines > 0 || (word !== undefined && !isContinuous(word));
  if (isContradicted) cells.refuse(open.path, open.cell, CONTRADICTED);
  return { word: open.cell, path: open.path };
}

const NO_MODEL: Bilingual = {
  sv: 'är inget ansökningsförfarande. Skriv ett steg, två steg, flera ansökningstillfällen eller löpande.',
  en: 'is not a model. Write single-stage, two-stage, multiple cut-off or continuous.',
};
const CONTRADICTED: Bilingual = {
  sv: 'säger emot radens datum eller ansökningsförfarande. Skriv antingen datum eller löpande.',
  en: "contradicts the row's dates or model. Write either dates or continuous.",
};

/** Amounts in the currency beside them, of their header, of their own column for currencies, or of the table's. */
function moneyOf(cells: CallCells): Partial<Record<(typeof AMOUNTS)[number], Amount>> {
  const inTable = cells.currency('currency');
  const money: Partial<Record<(typeof AMOUNTS)[number], Amount>> = {};
  for (const field of AMOUNTS) {
    const read = cells.amount(field);
    const currency = read?.currency ?? cells.currency(`${field}Currency`) ?? inTable;
    if (!read) continue;
    money[field] = { amount: read.amount, currency: currency ?? 'SEK' };
    if (!currency) cells.remarks.assume(`${field}.currency`, noCurrency(cells.column(field)[0]));
  }
  return money;
}

function noCurrency(name: string): Bilingual {
  return { sv: `${name} har ingen valuta; SEK antas.`, en: `${name} has no currency; SEK is assumed.` };
}

function rulesOf(cells: CallCells): Partial<CallDraft> {
  return {
    ...trlOf(cells),
    fundingRate: cells.percent('fundingRate'),
    minPartners: cells.integer('minPartners'),
    minCountries: cells.integer('minCountries'),
    requiredSectors: words(cells, 'requiredSectors', sectorOf),
    environmentalObjectives: words(cells, 'environmentalObjectives', objectiveOf),
    focusAreas: words(cells, 'focusAreas', code => code.toLowerCase()),
  };
}

/** "4-7" or "TRL 5" in one column, or the two columns for lowest and highest. */
function trlOf(cells: CallCells): Pick<CallDraft, 'trlMin' | 'trlMax'> {
  const [range] = cells.all('trl');
  if (!range) return { trlMin: cells.integer('trlMin'), trlMax: cells.integer('trlMax') };
  const found = /^(?:TRL ?)?(\d)(?: ?(?:[-–]|till|to) ?(\d))?$/i.exec(range.cell);
  const [trlMin, trlMax] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
  if (trlMin <= trlMax) return { trlMin, trlMax };
  cells.refuse(range.path, range.cell, {
    sv: 'är ingen TRL. Skriv till exempel 4-7.',
    en: 'is not a TRL. Write for instance 4-7.',
  });
  return {};
}

function countriesOf(cells: CallCells): string[] | undefined {
  const countries = words(cells, 'countries', countryOf);
  if (countries) {
    cells.remarks.note({
      sv: `Länder som får söka: ${countries.join(', ')}.`,
      en: `Countries that may apply: ${countries.join(', ')}.`,
    });
  }
  return countries;
}

/** The words of a list that are known; any other refuses the row, since it names what a call demands. */
function words<T extends string>(
  cells: CallCells,
  field: string,
  known: (text: string) => T | undefined,
): T[] | undefined {
  const texts = cells.list(field);
  if (texts.length === 0) return undefined;
  const unknown = texts.filter(text => known(text) === undefined);
  if (unknown.length > 0) {
    const en = unknown.length === 1 ? 'is not known.' : 'are not known.';
    cells.refuse(cells.column(field), unknown, { sv: 'känns inte igen.', en });
  }
  return [...new Set(texts.flatMap(text => known(text) ?? []))];
}
