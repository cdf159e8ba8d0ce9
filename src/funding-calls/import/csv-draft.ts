import { LONGEST } from '../../shared/checks.js';
import type { CallDraft, CallRow } from './call-draft.js';
import { countryCode } from './countries.js';
import type { Cells } from './csv-cells.js';
import { deadlineCell } from './csv-dates.js';
import { objectiveOf, sectorOf } from './csv-words.js';
import { deadlineModel, deadlineModelOf, inOrder } from './deadline-words.js';
import { bilingual, bilingualSummary, finishedRow, type SourceFields } from './finished-row.js';
import { quoted } from './plain-text.js';

/** One row of a table as a draft. */
export function csvRow(row: number, cells: Cells): CallRow {
  const { readings } = cells;
  const identifier = cells.text('identifier', 10 * LONGEST.name);
  const url = cells.url('url');
  const parts = {
    ...rulesOf(cells),
    ...moneyOf(cells),
    ...datesOf(cells),
    identifier,
    title: bilingual(readings, cells.text('titleSv', LONGEST.title), cells.text('titleEn', LONGEST.title)),
    summary: summaryOf(cells),
    programme: cells.text('programme', LONGEST.name),
    funder: funderOf(cells),
    url,
    countries: countriesOf(cells),
    source: { system: 'CSV', externalId: identifier },
  } as const;
  return finishedRow(row, parts, readings, fieldsOf(cells));
}

/** The columns of the file by the fields of a draft. */
function fieldsOf(cells: Cells): SourceFields {
  const same = [
    'identifier',
    'programme',
    'funder',
    'url',
    'deadlineModel',
    'opensAt',
    'deadlines',
    'budget',
    'grantMin',
    'grantMax',
    'fundingRate',
    'minPartners',
    'minCountries',
    'requiredSectors',
    'focusAreas',
    'environmentalObjectives',
  ] as const;
  const trl = {
    trlMin: cells.column(cells.all('trl').length > 0 ? 'trl' : 'trlMin'),
    trlMax: cells.column(cells.all('trl').length > 0 ? 'trl' : 'trlMax'),
  };
  return {
    ...Object.fromEntries(same.map(field => [field, cells.column(field)])),
    ...trl,
    title: cells.column('titleSv'),
    summary: cells.column('summarySv'),
  };
}

function summaryOf(cells: Cells): CallDraft['summary'] {
  const [sv, en] = [cells.description('summarySv'), cells.description('summaryEn')];
  return bilingualSummary(cells.readings, sv, en);
}

function funderOf(cells: Cells): string {
  const funder = cells.text('funder', LONGEST.name);
  if (funder === undefined) cells.readings.missing(cells.column('funder'));
  return funder ?? '-';
}

function datesOf(cells: Cells): Pick<CallDraft, 'opensAt' | 'deadlines' | 'deadlineModel'> {
  const { readings } = cells;
  const deadlines = inOrder(cells.all('deadlines').flatMap(({ path, cell }) => deadlineCell(readings, path, cell)));
  const word = cells.text('deadlineModel', LONGEST.name);
  if (word !== undefined && !deadlineModelOf(word)) {
    cells.refuse('deadlineModel', word, {
      sv: 'är ingen modell. Skriv ett steg, två steg, flera datum eller löpande.',
      en: 'is not a model. Write single-stage, two-stage, multiple cut-off or continuous.',
    });
  }
  const model = deadlineModel(readings, cells.column('deadlineModel'), word, deadlines.length);
  return { opensAt: cells.opening('opensAt'), deadlines, deadlineModel: model };
}

function moneyOf(cells: Cells): Pick<CallDraft, 'budget' | 'grantMin' | 'grantMax'> {
  const currency = cells.currency('currency');
  const fields = ['budget', 'grantMin', 'grantMax'] as const;
  const money = Object.fromEntries(fields.map(field => [field, cells.amount(field, currency)]));
  const filled = fields.some(field => cells.all(field).length > 0);
  if (filled && currency === undefined && Object.values(money).every(amount => !amount || amount.currency === 'SEK')) {
    cells.readings.note({ sv: 'Ingen valuta är angiven; SEK antas.', en: 'No currency is given; SEK is assumed.' });
  }
  return money;
}

function rulesOf(cells: Cells): Partial<CallDraft> {
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
function trlOf(cells: Cells): Pick<CallDraft, 'trlMin' | 'trlMax'> {
  const [range] = cells.all('trl');
  if (!range) return { trlMin: cells.integer('trlMin'), trlMax: cells.integer('trlMax') };
  const found = /^(?:TRL ?)?(\d)(?: ?(?:[-–]|till|to) ?(\d))?$/i.exec(range.cell);
  if (found) return { trlMin: Number(found[1]), trlMax: Number(found[2] ?? found[1]) };
  cells.refuse('trl', range.cell, {
    sv: 'är ingen TRL. Skriv till exempel 4-7.',
    en: 'is not a TRL. Write for instance 4-7.',
  });
  return {};
}

function countriesOf(cells: Cells): string[] | undefined {
  const countries = words(cells, 'countries', countryCode);
  if (countries) {
    cells.readings.note({
      sv: `Länder som får söka: ${countries.join(', ')}.`,
      en: `Countries that may apply: ${countries.join(', ')}.`,
    });
  }
  return countries;
}

/** The words of a list that are known; any other refuses the row, since it names what a call demands. */
function words<T extends string>(cells: Cells, field: string, known: (text: string) => T | undefined): T[] | undefined {
  const texts = cells.list(field);
  if (texts.length === 0) return undefined;
  const unknown = texts.filter(text => known(text) === undefined);
  if (unknown.length > 0) {
    cells.refuse(field, unknown.map(quoted).join(', '), { sv: 'känns inte igen.', en: 'is not known.' });
  }
  return [...new Set(texts.flatMap(text => known(text) ?? []))];
}
