import { LONGEST } from '../../../../shared/checks.js';
import { Cells, type Filled } from '../../../../tables/cells.js';
import type { CellDate, DateRules } from '../../../../tables/dates/dates.js';
import type { Header } from '../../../../tables/header.js';
import { line, paragraphs } from '../../draft/plain-text.js';
import { isWebAddress } from '../../../../shared/exact-values.js';
import { Readings } from '../../draft/readings.js';

/** Tables are typed in Sweden, and so are their times. */
const ZONE = 'Europe/Stockholm';
export const OPENING: DateRules = { zone: ZONE, timeOfDay: '00:00:00' };
export const CLOSING: DateRules = { zone: ZONE, timeOfDay: '23:59:59' };

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
    const cell = this.cell(field);
    if (cell === undefined || isWebAddress(cell)) return cell;
    return this.refuse(this.column(field), cell, {
      sv: 'är ingen webbadress som börjar med http:// eller https://.',
      en: 'is not a web address that begins with http:// or https://.',
    });
  }

  override dates(filled: Filled, rules: DateRules): CellDate[] {
    const dates = super.dates(filled, rules);
    for (const { at, dayOnly } of dates) if (dayOnly) this.readings.assumeTime(at, rules.zone);
    return dates;
  }
}
