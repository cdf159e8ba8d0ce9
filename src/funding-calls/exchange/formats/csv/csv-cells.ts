import { LONGEST } from '../../../../shared/checks.js';
import { Cells, type Filled } from '../../../../tables/cells.js';
import type { CellDate, DateRules } from '../../../../tables/dates/dates.js';
import type { Header } from '../../../../tables/header.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import { line, paragraphs } from '../../draft/plain-text.js';
import { isWebAddress, LONGEST_ADDRESS } from '../../../../shared/values/exact-values.js';
import { Readings } from '../../draft/readings.js';

/** Tables are typed in Sweden, and so are their times. */
const ZONE = 'Europe/Stockholm';
export const OPENING: DateRules = { zone: ZONE, timeOfDay: '00:00:00' };
export const CLOSING: DateRules = { zone: ZONE, timeOfDay: '23:59:59' };

const MOST = LONGEST_ADDRESS.toLocaleString('sv');
const NO_ADDRESS: Bilingual = {
  sv: `är ingen webbadress: den börjar med http:// eller https://, har inga blanksteg eller radbrytningar, inte heller omkring sig, och högst ${MOST} tecken.`,
  en: `is not a web address: it begins with http:// or https://, has no blanks or line breaks, nor any around it, and at most ${LONGEST_ADDRESS.toLocaleString('en')} characters.`,
};

/** The cells of a row that describes a call. */
export class CallCells extends Cells {
  readonly readings: Readings;

  constructor(header: Header, cells: readonly string[]) {
    const filled = header.names.flatMap((name, place) => (cells[place]?.trim() ? [[name, cells[place]] as const] : []));
    const readings = new Readings(Object.fromEntries(filled.reverse()));
    super(header, cells, readings);
    this.readings = readings;
  }

  text(field: string, longest: number): string | undefined {
    return this.readings.shortened(this.column(field), line(this.cell(field) ?? '') || undefined, longest);
  }

  description(field: string): string | undefined {
    return this.readings.shortened(this.column(field), paragraphs(this.cell(field) ?? '') || undefined, LONGEST.text);
  }

  url(field: string): string | undefined {
    const cell = this.asItStands(field);
    if (cell === undefined || isWebAddress(cell)) return cell;
    return this.refuse(this.column(field), cell, NO_ADDRESS);
  }

  override dates(filled: Filled, rules: DateRules): CellDate[] {
    const dates = super.dates(filled, rules);
    for (const { at, dayOnly } of dates) if (dayOnly) this.readings.assumeTime(at, rules.zone);
    return dates;
  }
}
