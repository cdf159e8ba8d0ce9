import { Cells } from '../../../../tables/cells.js';
import { type Filled, shownIn } from '../../../../tables/raw-cells.js';
import type { CellDate, DateRules } from '../../../../tables/dates/dates.js';
import type { Header } from '../../../../tables/header.js';
import { DraftRemarks } from '../../draft/draft-remarks.js';

/** Tables are typed in Sweden, and so are their times. */
const ZONE = 'Europe/Stockholm';
export const OPENING: DateRules = { zone: ZONE, timeOfDay: '00:00:00' };
export const CLOSING: DateRules = { zone: ZONE, timeOfDay: '23:59:59' };

/** The cells of a row that describes a call. */
export class CallCells extends Cells<DraftRemarks> {
  constructor(header: Header, cells: readonly string[]) {
    super(header, cells, new DraftRemarks(shownIn(header, cells)));
  }

  override dates(filled: Filled, rules: DateRules): CellDate[] {
    const dates = super.dates(filled, rules);
    for (const { at, dayOnly } of dates) if (dayOnly) this.remarks.assumeTime(at, rules.zone);
    return dates;
  }
}
