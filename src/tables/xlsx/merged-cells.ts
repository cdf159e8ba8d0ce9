import type { Bilingual } from '../../shared/text/wording.js';
import { TABLE_LIMITS } from '../table-limits.js';
import type { TableRecord } from '../table-kind.js';
import type { MergedRange } from './merged-ranges.js';
import type { SheetRow } from './sheet-cells.js';

/** What stands in a merged cell goes on in the rows below it. */
interface GoingOn {
  readonly lastRow: number;
  readonly text: string;
  readonly problem: Bilingual | undefined;
}

/** Fills in what is merged: downwards every row of it says the same, and to the right a heading stands over several. */
export class MergedCells {
  private readonly goingOn = new Map<number, GoingOn>();

  constructor(private readonly ranges: ReadonlyMap<number, readonly MergedRange[]>) {}

  filled({ row, cells, problems }: SheetRow): TableRecord {
    const over = [...cells];
    for (const [column, { lastRow, text, problem }] of this.goingOn) {
      if (row > lastRow) this.goingOn.delete(column);
      if (row > lastRow || cells[column]) continue;
      cells[column] = text;
      if (problem) problems.set(column, problem);
    }
    for (const range of this.ranges.get(row) ?? []) this.begin(range, { cells, problems }, over);
    for (const line of [cells, over]) for (let place = 0; place < line.length; place += 1) line[place] ??= '';
    const goesOn = [...this.goingOn.values()].some(({ lastRow }) => lastRow > row);
    return { row, cells, over, goesOn, problems, isRagged: true };
  }

  private begin(
    { firstColumn, lastColumn, lastRow, firstRow }: MergedRange,
    { cells, problems }: Pick<SheetRow, 'cells' | 'problems'>,
    over: string[],
  ): void {
    const text = cells[firstColumn] ?? '';
    if (text === '') return;
    const last = Math.min(lastColumn, TABLE_LIMITS.columns - 1);
    for (let column = firstColumn; column <= last; column += 1) over[column] = text;
    // A block of several columns and rows is a note or a title, and is read once.
    if (firstColumn === lastColumn && lastRow > firstRow)
      this.goingOn.set(firstColumn, { lastRow, text, problem: problems.get(firstColumn) });
  }
}
