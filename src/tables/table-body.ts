import { fault } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { Cells } from './cells.js';
import { type Header, strangeDate } from './header.js';
import { oneRow } from './report/one-row.js';
import type { FaultyRow, SkippedRow } from './report/read-row.js';
import { TABLE_LIMITS } from './table-limits.js';
import type { TableKind, TableRecord } from './table-kind.js';
import { quotedCell } from './text/cell-text.js';

/** The rows below the header, one after the other. */
export class TableBody<C extends Cells, Row> {
  header: Header | null = null;
  isClosed = false;
  private row = 0;
  private headerRow = 0;
  private above = 0;
  private hasBegun = false;
  /** Columns whose dates, or missing names, have been told of. */
  private readonly told = new Set<number>();

  constructor(private readonly kind: TableKind<C, Row>) {}

  begin(header: Header, row: number, above: number): void {
    [this.header, this.row, this.headerRow, this.above] = [header, row, row, above];
  }

  *take(record: TableRecord): Generator<Row | FaultyRow | SkippedRow> {
    const isApart = record.row > this.row + 1;
    if (record.row > TABLE_LIMITS.rows) {
      this.isClosed = true;
      return yield { ...refused(record.row, TOO_MANY), breaksOff: true };
    }
    const cells = this.kind.cellsOf(this.header!, record.cells);
    if (cells.isBlank) return;
    this.row = record.row;
    const filled = record.cells.filter(cell => cell.trim() !== '');
    if (isApart && filled.length === 1) return yield { row: record.row, skipped: noteBelow(filled[0]!) };
    const odd = oddLength(this.header!, record);
    if (odd) return yield refused(record.row, odd);
    yield* this.leftOut(record);
    const told = this.questionDates(cells);
    refuseBroken(cells, record);
    const read = oneRow(record.row, () => this.kind.read(record.row, cells));
    // What a row that is refused has asked, the next one asks.
    if (isFaulty(read)) for (const place of told) this.told.delete(place);
    yield read;
  }

  /** Which rows and columns are not read: no remark of a row, with which it would go. */
  private *leftOut({ row, cells }: TableRecord): Generator<SkippedRow> {
    const { unknown, names } = this.header!;
    if (!this.hasBegun && this.above > 0) yield { row: this.headerRow, skipped: rowsAbove(this.above) };
    if (!this.hasBegun && unknown.length > 0)
      yield { row: this.headerRow, skipped: unknownColumns(unknown.slice(0, 20).map(place => names[place]!)) };
    this.hasBegun = true;
    for (const [place, cell] of cells.entries()) {
      if (cell.trim() === '' || (names[place] ?? '') !== '' || this.told.has(place)) continue;
      this.told.add(place);
      yield { row, skipped: unnamed(place, cell) };
    }
  }

  /** A date under a header that we don't know is asked about once, and wherever the row lacks the date that matters. */
  private questionDates(cells: C): number[] {
    if (!this.kind.dated) return [];
    const told: number[] = [];
    const { columns, most, rules } = this.kind.dated;
    const hasDate = cells.all(most).length > 0;
    for (const { path, cell, place } of cells.strangeDates(rules)) {
      if (hasDate && this.told.has(place)) continue;
      if (!this.told.has(place)) told.push(place);
      this.told.add(place);
      cells.remarks.note(strangeDate(path[0], cell, columns));
    }
    return told;
  }
}

/** Refuses the row for cells that are read and hold no value: what a formula has failed at, or never said. */
function refuseBroken(cells: Cells, { problems }: TableRecord): void {
  if (!problems?.size) return;
  for (const { cell, path, place } of cells.read()) {
    const problem = problems.get(place);
    if (problem) cells.refuse(path, cell, problem);
  }
}

function refused(row: number, message: Bilingual): FaultyRow {
  return { row, faults: [fault('INVALID', [], message)] };
}

function isFaulty(read: unknown): boolean {
  return typeof read === 'object' && read !== null && 'faults' in read;
}

function unknownColumns(names: readonly string[]): Bilingual {
  const all = names.map(name => name.slice(0, 80)).join(', ');
  return {
    sv: `Kolumner som inte känns igen och inte läses: ${all}.`,
    en: `Columns that are not known and not read: ${all}.`,
  };
}

function rowsAbove(count: number): Bilingual {
  return {
    sv: `Ovanför rubrikraden står ${count === 1 ? 'en rad' : `${count} rader`} som inte läses.`,
    en: `Above the header ${count === 1 ? 'stands one row' : `stand ${count} rows`} that ${count === 1 ? 'is' : 'are'} not read.`,
  };
}

function noteBelow(cell: string): Bilingual {
  const quoted = quotedCell(cell);
  return {
    sv: `En anteckning under tabellen, ingen rad i den: ${quoted.sv}.`,
    en: `A note below the table, and no row of it: ${quoted.en}.`,
  };
}

function unnamed(place: number, cell: string): Bilingual {
  const quoted = quotedCell(cell);
  return {
    sv: `Kolumn ${lettersOf(place)} har ingen rubrik och läses inte. Här står ${quoted.sv}.`,
    en: `Column ${lettersOf(place)} has no header and is not read. Here stands ${quoted.en}.`,
  };
}

/** The letters by which spreadsheets call a column: 0 is A. */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}

const TOO_MANY: Bilingual = {
  sv: `En import tar högst ${TABLE_LIMITS.rows} rader. Resten har inte lästs.`,
  en: `An import takes at most ${TABLE_LIMITS.rows} rows. The rest was not read.`,
};

/** A row that has fewer or more cells than the header is cut off, or has a separator that nobody meant. */
function oddLength({ names }: Header, { cells, isRagged }: TableRecord): Bilingual | null {
  if (isRagged) return null;
  const extra = cells.slice(names.length).some(cell => cell.trim() !== '');
  if (cells.length >= names.length && !extra) return null;
  return {
    sv: `Raden har ${cells.length === 1 ? 'en cell' : `${cells.length} celler`} och rubrikraden ${names.length}. Är filen avkortad, eller står ett skiljetecken inuti en cell?`,
    en: `The row has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`} and the header ${names.length}. Is the file cut short, or is there a separator inside a cell?`,
  };
}
