import { fault } from '../shared/refuse.js';
import { takenBack } from '../shared/files/formulas.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { Cells } from './cells.js';
import type { Column, Columns } from './columns.js';
import type { DateRules } from './dates/dates.js';
import { type Header, headerFaults, headerOf, strangeDate } from './header.js';
import { oneRow } from './report/one-row.js';
import type { FaultyRow } from './report/read-row.js';
import { TABLE_LIMITS } from './table-limits.js';
import { BrokenInput } from './text/source-text.js';

/** The cells of a row of a table, and its number as a spreadsheet counts: the header is row 1. */
export interface TableRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A kind of table: its columns, and what one of its rows becomes. */
export interface TableKind<C extends Cells, Row> {
  readonly columns: Columns;
  /** The columns whose dates a table may have under a name that we don't know, and how those dates are read. */
  readonly dated: { readonly columns: readonly Column[]; readonly most: string; readonly rules: DateRules };
  readonly cellsOf: (header: Header, cells: readonly string[]) => C;
  readonly read: (row: number, cells: C) => Row;
}

const EMPTY: Bilingual = { sv: 'Filen är tom.', en: 'The file is empty.' };

/** The rows of a table, each by itself; empty rows are counted and left out. What breaks off ends with a faulty row. */
export async function* tableRows<C extends Cells, Row>(
  records: AsyncIterable<TableRecord>,
  kind: TableKind<C, Row>,
): AsyncGenerator<Row | FaultyRow> {
  const table = new Table(kind);
  try {
    for await (const { row, cells } of records) {
      table.row = row;
      yield* table.take(cells);
      if (table.closed) return;
    }
    if (table.row === 0) yield { row: 0, faults: [fault('INVALID', [], EMPTY)] };
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield { row: table.row + 1, faults: [fault('INVALID', [], error.reason)], breaksOff: true };
  }
}

/** The table so far: its header, and where it is. */
class Table<C extends Cells, Row> {
  row = 0;
  closed = false;
  private header: Header | null = null;
  private hasNamedUnknown = false;
  /** Columns whose dates have been asked about. */
  private readonly questioned = new Set<number>();

  constructor(private readonly kind: TableKind<C, Row>) {}

  *take(record: readonly string[]): Generator<Row | FaultyRow> {
    if (!this.header) return yield* this.takeHeader(record);
    if (this.row > TABLE_LIMITS.rows) {
      this.closed = true;
      return yield { ...this.refused(TOO_MANY), breaksOff: true };
    }
    const cells = this.kind.cellsOf(this.header, record.map(takenBack));
    if (cells.isBlank) return;
    const odd = oddLength(this.header, record);
    if (odd) return yield this.refused(odd);
    this.nameUnknown(cells, this.header);
    this.questionDates(cells);
    yield oneRow(this.row, () => this.kind.read(this.row, cells));
  }

  private *takeHeader(record: readonly string[]): Generator<FaultyRow> {
    const header = headerOf(this.kind.columns, record, TABLE_LIMITS.columns);
    const faults =
      'fault' in header
        ? [fault('INVALID', [], header.fault)]
        : headerFaults(header).map(({ name, message }) => fault('INVALID', [name], message));
    if ('names' in header) this.header = header;
    if (faults.length === 0) return;
    this.closed = true;
    yield { row: this.row, faults: faults.slice(0, TABLE_LIMITS.remarks) };
  }

  /** The first row says which columns were not read. */
  private nameUnknown({ remarks }: C, { unknown, names: all }: Header): void {
    if (this.hasNamedUnknown || unknown.length === 0) return;
    this.hasNamedUnknown = true;
    const names = unknown
      .slice(0, 20)
      .map(place => all[place]!.slice(0, 80))
      .join(', ');
    remarks.note({
      sv: `Kolumner som inte känns igen och inte läses: ${names}.`,
      en: `Columns that are not known and not read: ${names}.`,
    });
  }

  /** A date under a header that we don't know is asked about once, and wherever the row lacks the date that matters. */
  private questionDates(cells: C): void {
    const { columns, most, rules } = this.kind.dated;
    const hasDate = cells.all(most).length > 0;
    for (const { path, cell, place } of cells.strangeDates(rules)) {
      if (hasDate && this.questioned.has(place)) continue;
      this.questioned.add(place);
      cells.remarks.note(strangeDate(path[0], cell, columns));
    }
  }

  private refused(message: Bilingual): FaultyRow {
    return { row: this.row, faults: [fault('INVALID', [], message)] };
  }
}

const TOO_MANY: Bilingual = {
  sv: `En import tar högst ${TABLE_LIMITS.rows} rader. Resten har inte lästs.`,
  en: `An import takes at most ${TABLE_LIMITS.rows} rows. The rest was not read.`,
};

/** A row that has fewer or more cells than the header is cut off, or has a separator that nobody meant. */
function oddLength({ names }: Header, record: readonly string[]): Bilingual | null {
  const extra = record.slice(names.length).some(cell => cell.trim() !== '');
  if (record.length >= names.length && !extra) return null;
  return {
    sv: `Raden har ${record.length} celler och rubrikraden ${names.length}. Är filen avkortad, eller står ett skiljetecken inuti en cell?`,
    en: `The row has ${record.length} cells and the header ${names.length}. Is the file cut short, or is there a separator inside a cell?`,
  };
}
