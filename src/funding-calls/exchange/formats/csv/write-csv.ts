import Big from 'big.js';
import { COLUMNS } from './csv-columns.js';
import { CLOSING } from './csv-cells.js';
import { isoIn, SWEDEN } from '../../../../shared/time/local-time.js';
import type { Amount } from '../../../../shared/money.js';
import type { Cell } from '../../../../shared/files/table.js';
import { namesOf } from '../../../../tables/columns.js';
import { type CellDate, cellDates } from '../../../../tables/dates/dates.js';
import { codes, type ExportedColumn, inWords, list, moment, WIDTH } from '../../../../tables/exported-columns.js';
import { OBJECTIVE_NAMES } from '../../../../ideas/classification-names.js';
import { SECTOR_NAMES } from '../../../../partners/sector-names.js';
import { MODEL_NAMES, STATUS_NAMES } from '../../../description/call-words.js';
import type { Untyped } from '../../../../shared/untyped.js';
import { asCell } from '../../../../tables/text/cell-text.js';

interface Deadline {
  readonly at: string | Date;
  readonly label: string | null;
}

/** What is exported of a call: the columns that the import reads, under the names that it knows. */
export const CALL_COLUMNS: readonly ExportedColumn[] = [
  read('identifier', WIDTH.name, ({ identifier }) => asCell(identifier)),
  read('titleSv', WIDTH.text, ({ titleSv }) => asCell(titleSv)),
  // Where there is no English the API gives the Swedish.
  read('titleEn', WIDTH.text, ({ titleSv, titleEn }) => (titleEn === titleSv ? null : asCell(titleEn))),
  read('summarySv', WIDTH.text, ({ summarySv }) => summarySv),
  read('summaryEn', WIDTH.text, ({ summarySv, summaryEn }) => (summaryEn === summarySv ? null : summaryEn)),
  read('programme', WIDTH.name, ({ programme }) => asCell(programme)),
  read('funder', WIDTH.name, ({ funder }) => asCell(funder)),
  read('url', WIDTH.name, ({ url }) => url),
  inWords(
    derived('status', { sv: 'Status', en: 'Status' }, WIDTH.word, ({ status }) => status),
    STATUS_NAMES,
  ),
  inWords(
    read('deadlineModel', WIDTH.word, ({ deadlineModel }) => deadlineModel),
    MODEL_NAMES,
  ),
  read('opensAt', WIDTH.moment, ({ opensAt }) => exact(moment(opensAt))),
  read('deadlines', WIDTH.name, ({ deadlines }: { deadlines: readonly Deadline[] }) => ({
    writtenWith: moment => deadlines.map(deadline => deadlineText(deadline, moment)).join(' | '),
  })),
  derived('nextDeadline', { sv: 'Nästa sista ansökningsdag', en: 'Next deadline' }, WIDTH.moment, call =>
    moment(call.nextDeadline),
  ),
  ...money('budget'),
  ...money('grantMin'),
  ...money('grantMax'),
  read('fundingRate', WIDTH.number, ({ fundingRate }) => percent(fundingRate)),
  read('minPartners', WIDTH.number, ({ minPartners }) => minPartners),
  read('minCountries', WIDTH.number, ({ minCountries }) => minCountries),
  inWords(
    read('requiredSectors', WIDTH.name, ({ requiredSectors }) => list(requiredSectors)),
    SECTOR_NAMES,
  ),
  read('trlMin', WIDTH.number, ({ trlMin }) => trlMin),
  read('trlMax', WIDTH.number, ({ trlMax }) => trlMax),
  read('focusAreas', WIDTH.name, ({ focusAreas }) => codes(focusAreas)),
  inWords(
    read('environmentalObjectives', WIDTH.name, call => list(call.environmentalObjectives)),
    OBJECTIVE_NAMES,
  ),
];

function read(field: string, width: number, cell: (call: Untyped) => Cell): ExportedColumn {
  const column = COLUMNS.all.find(each => each.field === field)!;
  return { field, title: namesOf(column), width, cell };
}

/** A column that follows from the others, and that the import passes over. */
function derived(
  field: string,
  title: ExportedColumn['title'],
  width: number,
  cell: (call: Untyped) => Cell,
): ExportedColumn {
  return { field, title, width, cell };
}

function money(field: 'budget' | 'grantMin' | 'grantMax'): ExportedColumn[] {
  const of = (call: Untyped) => call[field] as Amount | null;
  const decimal = (amount: Amount | null) => amount && { decimal: amount.amount };
  return [
    read(field, WIDTH.word, call => decimal(of(call))),
    read(`${field}Currency`, WIDTH.number, call => of(call)?.currency ?? null),
  ];
}

/** A moment that comes back as it was: people's tables leave out parts of a second, so one that has them is a text. */
function exact(at: Date | null): Cell {
  if (!at || at.getUTCMilliseconds() === 0) return at;
  return { writtenWith: () => at.toISOString() };
}

/** A deadline with its label, between quotation marks where it could be read as something else. */
function deadlineText({ at, label }: Deadline, moment: (at: Date) => string): string {
  const instant = new Date(at);
  const written = moment(instant);
  // A midnight is read as a day, and an hour that comes twice as its first: those have their offset.
  const sure = isReadAs(written, { at: instant, label: null }) ? written : isoIn(SWEDEN, instant);
  if (!label) return sure;
  const plain = `${sure} ${label}`;
  return isReadAs(plain, { at: instant, label }) ? plain : `${sure} "${label.replaceAll('"', '""')}"`;
}

function isReadAs(text: string, { at, label }: { at: Date; label: string | null }): boolean {
  const read = cellDates(text, CLOSING);
  if ('problem' in read || read.dates.length !== 1) return false;
  const [date] = read.dates as [CellDate];
  return !date.dayOnly && date.at.getTime() === at.getTime() && (date.label ?? null) === label;
}

/** A share, with a sign where it would be read as a part of one, and never with three decimals, which look like thousands. */
function percent(rate: number | null): Cell {
  if (rate === null) return null;
  const exact = Big(rate);
  const decimal = /\.\d{3}$/.test(exact.toFixed()) ? exact.toFixed(4) : exact.toFixed();
  return exact.lte(1) ? `${decimal} %` : { decimal };
}
