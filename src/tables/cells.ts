import { exactLine } from '../shared/text/clean-text.js';
import { isWebAddress, LONGEST_ADDRESS } from '../shared/values/exact-values.js';
import type { Bilingual } from '../shared/text/wording.js';
import { cellAmount } from './amounts.js';
import { cellText, ofCell, quotedCell } from './text/cell-text.js';
import { currencyOf } from './currencies.js';
import { type CellDate, cellDates, type DateRules } from './dates/dates.js';
import { cellNumber, cellPercent } from './numbers.js';
import { type Filled, RawCells } from './raw-cells.js';
import type { Remarks } from './report/remarks.js';
import { line, paragraphs } from './text/plain-text.js';

const MOST = LONGEST_ADDRESS.toLocaleString('sv');
const NO_ADDRESS: Bilingual = {
  sv: `är ingen webbadress: den börjar med http:// eller https://, har inga blanksteg eller radbrytningar, inte heller omkring sig, och högst ${MOST} tecken.`,
  en: `is not a web address: it begins with http:// or https://, has no blanks or line breaks, nor any around it, and at most ${LONGEST_ADDRESS.toLocaleString('en')} characters.`,
};

/** Items of the longest list in a cell. */
const MOST_ITEMS = 100;

/** The cells of one row by the fields that they mean; whatever can't be read is a fault that names the column. */
export class Cells<R extends Remarks = Remarks> extends RawCells<R> {
  /** The filled cells of columns that mean nothing to us and that are dates beyond doubt. */
  strangeDates(rules: DateRules): Filled[] {
    return this.filled(this.header.unknown).filter(({ cell }) => {
      const read = /^[\d.,]+$/.test(cell) ? { problem: null } : cellDates(cell, rules);
      return 'dates' in read && read.dates.length > 0;
    });
  }

  /** A line of text; what is longer than is kept is cut, and that is said. */
  text(field: string, longest: number): string | undefined {
    return this.remarks.shortened(this.column(field), line(this.cell(field) ?? '') || undefined, longest);
  }

  /** A line that may be markup alone, or what tables write for nothing: then it stands between quotation marks. */
  name(field: string, longest: number): string | undefined {
    const cell = this.cell(field) ?? '';
    const name = ofCell(line(cell) || exactLine(cell));
    return this.remarks.shortened(this.column(field), name || undefined, longest);
  }

  /** What names a thing for good, letter by letter: < and & mean themselves. */
  identifier(field: string, longest: number): string | undefined {
    return this.remarks.shortened(this.column(field), ofCell(exactLine(this.cell(field) ?? '')) || undefined, longest);
  }

  description(field: string, longest: number): string | undefined {
    return this.remarks.shortened(this.column(field), paragraphs(this.cell(field) ?? '') || undefined, longest);
  }

  url(field: string): string | undefined {
    const cell = this.cell(field) && this.asItStands(field);
    if (cell === undefined || isWebAddress(cell)) return cell;
    return this.refuse(this.column(field), cell, NO_ADDRESS);
  }

  /** The dates of one cell of a column where several may stand. */
  dates({ cell, path }: Filled, rules: DateRules): CellDate[] {
    const read = cellDates(cell, rules);
    if ('problem' in read) return this.refuse(path, cell, read.problem) ?? [];
    for (const { sv, en } of read.notes) this.remarks.note({ sv: `${path[0]}: ${sv}`, en: `${path[0]}: ${en}` });
    return read.dates;
  }

  /** The date of a column that has one; several, or one with a label, say something that would be lost. */
  date(filled: Filled, rules: DateRules): CellDate | undefined {
    const [first, ...more] = this.dates(filled, rules);
    if (more.length === 0 && first?.label === undefined) return first;
    return this.refuse(filled.path, filled.cell, {
      sv: 'är mer än ett datum. Skriv till exempel 2027-03-15 eller 2027-03-15 14:00.',
      en: 'is more than one date. Write for instance 2027-03-15 or 2027-03-15 14:00.',
    });
  }

  integer(field: string): number | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const read = cellNumber(cell);
    if ('number' in read && /^\d{1,6}$/.test(read.number)) return Number(read.number);
    const problem = {
      sv: 'är inget heltal. Skriv till exempel 3.',
      en: 'is not a whole number. Write for instance 3.',
    };
    return this.refuse(this.column(field), cell, problem);
  }

  percent(field: string): number | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const { number, assumed } = cellPercent(cell);
    const [name] = this.column(field);
    if ('problem' in number) return this.refuse([name], cell, number.problem);
    if (assumed) {
      this.remarks.note({
        sv: `${name}: ${quotedCell(cell).sv} är läst som ${number.number} procent.`,
        en: `${name}: ${quotedCell(cell).en} is read as ${number.number} percent.`,
      });
    }
    return Number(number.number);
  }

  /** An amount in full; its currency is undefined where neither the cell nor its header says it. */
  amount(field: string): { amount: string; currency: string | undefined } | undefined {
    const [filled] = this.all(field);
    if (!filled) return undefined;
    const unit = this.header.units.get(filled.place);
    const read = cellAmount(filled.cell, unit);
    if ('problem' in read) return this.refuse(filled.path, filled.cell, read.problem);
    if (unit && unit.scale !== 1) {
      const [quoted, full] = [quotedCell(filled.cell), [read.amount, read.currency].join(' ').trim()];
      this.remarks.note({
        sv: `${filled.path[0]}: ${quoted.sv} är läst som ${full}.`,
        en: `${filled.path[0]}: ${quoted.en} is read as ${full}.`,
      });
    }
    return read;
  }

  currency(field: string): string | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const problem = {
      sv: 'är ingen valuta (ISO 4217). Skriv till exempel SEK eller EUR.',
      en: 'is not a currency (ISO 4217). Write for instance SEK or EUR.',
    };
    return currencyOf(cell) ?? this.refuse(this.column(field), cell, problem);
  }

  /** A list in one cell, separated by semicolon, comma, bar or line break. */
  list(field: string): string[] {
    const items = (this.cell(field) ?? '').split(/[;,|\n]/).flatMap(item => cellText(item) || []);
    if (items.length <= MOST_ITEMS) return items;
    const problem = { sv: `har fler än ${MOST_ITEMS} delar.`, en: `has more than ${MOST_ITEMS} items.` };
    return this.refuse(this.column(field), this.cell(field)!, problem) ?? [];
  }
}
