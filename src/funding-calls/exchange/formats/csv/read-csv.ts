import { pipeline, Readable } from 'node:stream';
import { type CsvError, type Info, parse, type Parser } from 'csv-parse';
import { fault } from '../../../../shared/refuse.js';
import { takenBack } from '../../../../shared/files/formulas.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import type { CallRow } from '../../draft/call-draft.js';
import { type Header, headerFaults, headerOf, strangeDate } from '../../../../tables/header.js';
import { CallCells, CLOSING } from './csv-cells.js';
import { COLUMNS, DATED } from './csv-columns.js';
import { csvRow } from './csv-draft.js';
import { separatedText } from './csv-separator.js';
import { LIMITS } from '../../source/source-limits.js';
import { oneRow } from '../../draft/one-row.js';
import { BrokenInput } from '../../source/source-text.js';

interface CsvRecord {
  record: string[];
  info: Info;
}

/** The rows of a table. The header is row 1, as a spreadsheet counts; empty rows are counted and left out. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CallRow> {
  const table = new Table();
  try {
    const { separator, pieces } = await separatedText(text);
    for await (const { record, info } of records(pieces, separator, table)) {
      // After a broken row nothing is sure to be where it seems to be.
      if (table.broken && info.records > table.broken.records) break;
      table.row = info.records + info.empty_lines;
      yield* table.take(record);
      if (table.closed) return;
    }
    if (table.broken) yield { row: table.row + 1, faults: [fault('INVALID', [], table.broken.told)], breaksOff: true };
    else if (table.row === 0) yield { row: 0, faults: [fault('INVALID', [], EMPTY)] };
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield { row: table.row + 1, faults: [fault('INVALID', [], error.told)], breaksOff: true };
  }
}

const EMPTY: Bilingual = { sv: 'Filen är tom.', en: 'The file is empty.' };

/** The table so far: its header, where it is, and the row at which it broke. */
class Table {
  row = 0;
  closed = false;
  broken: { records: number; told: Bilingual } | null = null;
  private header: Header | null = null;
  private told = false;
  /** Columns that have been asked about. */
  private readonly asked = new Set<number>();

  *take(record: string[]): Generator<CallRow> {
    if (!this.header) return yield* this.takeHeader(record);
    if (this.row > LIMITS.rows) {
      this.closed = true;
      const refused = this.refused([], {
        sv: `En import tar högst ${LIMITS.rows} rader. Resten har inte lästs.`,
        en: `An import takes at most ${LIMITS.rows} rows. The rest was not read.`,
      });
      return yield { ...refused, breaksOff: true };
    }
    const cells = new CallCells(this.header, record.map(takenBack));
    if (cells.isBlank) return;
    const odd = oddLength(this.header, record);
    if (odd) return yield this.refused([], odd);
    this.tellUnknown(cells, this.header);
    this.askStrange(cells);
    yield oneRow(this.row, () => csvRow(this.row, cells));
  }

  private *takeHeader(record: string[]): Generator<CallRow> {
    const header = headerOf(COLUMNS, record, LIMITS.columns);
    const faults =
      'fault' in header
        ? [fault('INVALID', [], header.fault)]
        : headerFaults(header).map(({ name, told }) => fault('INVALID', [name], told));
    if ('names' in header) this.header = header;
    if (faults.length === 0) return;
    this.closed = true;
    yield { row: this.row, faults: faults.slice(0, LIMITS.remarks) };
  }

  /** The first row says which columns were not read. */
  private tellUnknown({ readings }: CallCells, { unknown, names: all }: Header): void {
    if (this.told || unknown.length === 0) return;
    this.told = true;
    const names = unknown
      .slice(0, 20)
      .map(place => all[place]!.slice(0, 80))
      .join(', ');
    readings.note({
      sv: `Kolumner som inte känns igen och inte läses: ${names}.`,
      en: `Columns that are not known and not read: ${names}.`,
    });
  }

  /** A date under a header that we don't know is asked about once, and wherever the row has no deadline without it. */
  private askStrange(cells: CallCells): void {
    const hasDeadline = cells.all('deadlines').length > 0;
    for (const { path, cell, place } of cells.strangeDates(CLOSING)) {
      if (hasDeadline && this.asked.has(place)) continue;
      this.asked.add(place);
      cells.readings.note(strangeDate(path[0], cell, DATED));
    }
  }

  private refused(path: string[], told: Bilingual): CallRow {
    return { row: this.row, faults: [fault('INVALID', path, told)] };
  }
}

/** A row that has fewer or more cells than the header is cut off, or has a separator that nobody meant. */
function oddLength({ names }: Header, record: readonly string[]): Bilingual | null {
  const extra = record.slice(names.length).some(cell => cell.trim() !== '');
  if (record.length >= names.length && !extra) return null;
  return {
    sv: `Raden har ${record.length} celler och rubrikraden ${names.length}. Är filen avkortad, eller står ett skiljetecken inuti en cell?`,
    en: `The row has ${record.length} cells and the header ${names.length}. Is the file cut short, or is there a separator inside a cell?`,
  };
}

/** The records of the text; at the first one that can't be read the table is marked broken and the text is let go. */
function records(pieces: AsyncIterable<string>, delimiter: string, table: Table): AsyncIterable<CsvRecord> {
  const parser: Parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LIMITS.tableRowCharacters,
    on_skip: error => {
      if (error && !table.broken) table.broken = { records: error.records as number, told: toldOf(error) };
      return undefined;
    },
  });
  pipeline(Readable.from(untilBroken(pieces, table)), parser, () => undefined);
  return parser as AsyncIterable<CsvRecord>;
}

async function* untilBroken(pieces: AsyncIterable<string>, table: Table): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (table.broken) return;
    yield piece;
  }
}

function toldOf({ code }: CsvError): Bilingual {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return {
      sv: `Raden är större än ${LIMITS.tableRowCharacters} tecken. Resten har inte lästs.`,
      en: `The row is larger than ${LIMITS.tableRowCharacters} characters. The rest was not read.`,
    };
  }
  return {
    sv: `Ett citattecken (") öppnas här och stängs aldrig (${code}). Resten har inte lästs.`,
    en: `A quotation mark (") opens here and never closes (${code}). The rest was not read.`,
  };
}
