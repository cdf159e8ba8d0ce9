import { type Fault, fault } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { Cells } from './cells.js';
import { type FoundHeader, HeaderSearch } from './find-header.js';
import { type Header, headerFaults } from './header.js';
import type { FaultyRow, SkippedRow } from './report/read-row.js';
import { type SeenColumn, type TableChoice, TableSeen } from './table-choice.js';
import { TableBody } from './table-body.js';
import type { TableKind, TableRecord } from './table-kind.js';
import { TABLE_LIMITS } from './table-limits.js';
import { quotedCell } from './text/cell-text.js';
import { BrokenInput } from './text/source-text.js';

const EMPTY: Bilingual = { sv: 'Filen är tom.', en: 'The file is empty.' };

/**
 * The rows of a table, each by itself; empty rows are counted and left out, and so are titles above the header and notes
 * below the table. What breaks off ends with a faulty row.
 */
export async function* tableRows<C extends Cells, Row>(
  records: AsyncIterable<TableRecord>,
  kind: TableKind<C, Row>,
  choice: TableChoice = {},
  seen = new TableSeen(),
): AsyncGenerator<Row | FaultyRow | SkippedRow> {
  const columns = kind.columns.chosenBy(choice.columns ?? []);
  const [search, body] = [new HeaderSearch(columns), new TableBody(kind)];
  let row = 0;
  try {
    for await (const record of records) {
      row = record.row;
      const found = body.header ? null : search.take(record);
      if (found) yield* begin(body, found, choice, seen);
      else if (body.header) yield* body.take(record);
      if (body.isClosed) return;
    }
    const found = body.header ? null : search.best();
    if (found) yield* begin(body, found, choice, seen);
    else if (!body.header) yield { row: 0, faults: [fault('INVALID', [], EMPTY)] };
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield { row: row + 1, faults: [fault('INVALID', error.path, error.reason)], breaksOff: true };
  }
}

function* begin<C extends Cells, Row>(
  body: TableBody<C, Row>,
  { record, header, above, below }: FoundHeader,
  choice: TableChoice,
  seen: TableSeen,
): Generator<Row | FaultyRow | SkippedRow> {
  if ('names' in header) seen.columns = columnsSeen(header);
  const faults =
    'names' in header ? [...choiceFaults(header, choice), ...faultsOf(header)] : [fault('INVALID', [], header.fault)];
  if (faults.length > 0 || !('names' in header)) {
    body.isClosed = true;
    return yield { row: record.row, faults: faults.slice(0, TABLE_LIMITS.remarks) };
  }
  body.begin(header, record.row, above);
  for (const next of below) {
    yield* body.take(next);
    if (body.isClosed) return;
  }
}

function faultsOf(header: Header): Fault[] {
  return headerFaults(header).map(({ name, message }) => fault('INVALID', [name], message));
}

/** What is said of a header that the table has not is a slip. */
function choiceFaults(header: Header, { columns = [] }: TableChoice): Fault[] {
  const missing = columns.map((choice, place) => ({ ...choice, place: String(place) }));
  return missing
    .filter(choice => !header.names.some(name => header.columns.isSame(name, choice.header)))
    .map(choice => fault('NOT_FOUND', ['columns', choice.place, 'header'], noSuchHeader(choice.header)));
}

function noSuchHeader(header: string): Bilingual {
  const quoted = quotedCell(header);
  return {
    sv: `Tabellen har ingen kolumn med rubriken ${quoted.sv}.`,
    en: `The table has no column with the header ${quoted.en}.`,
  };
}

function columnsSeen({ names, places }: Header): SeenColumn[] {
  const fields = new Map([...places].flatMap(([field, those]) => those.map(place => [place, field] as const)));
  return names.flatMap((header, place) => (header === '' ? [] : [{ header, field: fields.get(place) ?? null }]));
}
