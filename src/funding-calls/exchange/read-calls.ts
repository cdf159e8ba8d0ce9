import type { Fault } from '../../shared/refuse.js';
import { Announced } from './draft/announced.js';
import type { CallRow, FaultyRow } from './draft/call-draft.js';
import type { CallFormat } from './call-format.js';
import { COMMON_GRANTS_LISTS, commonGrantsRow } from './formats/common-grants/read-common-grants.js';
import { csvRows } from './formats/csv/read-csv.js';
import { euBulkRow } from './formats/eu-portal/eu-bulk.js';
import { euSearchRow } from './formats/eu-portal/eu-search.js';
import { GDP_LISTS, gdpRow } from './formats/gdp/read-gdp.js';
import { jsonRows } from './source/json-rows.js';
import type { Json } from './source/json.js';
import { oneRow } from './draft/one-row.js';
import type { ListedValue } from './draft/row-assembler.js';
import { textOf } from './source/source-text.js';
import { VINNOVA_LISTS, VinnovaRegister } from './formats/vinnova/read-vinnova.js';

/** The lists of the portal's two forms; which one the input is shows by itself. */
const EU_SEARCH_LIST = 'results';
const EU_BULK_LIST = 'fundingData.GrantTenderObj';

/** A file's bytes, or its text. */
type Input = AsyncIterable<Uint8Array> | string;

/**
 * Reads funding calls from a source, one row at a time and in bounded memory. Nothing that the input holds makes it
 * throw: what can't be read is a faulty row, and an input that breaks off, by its form or its own count, ends with one.
 */
export async function* readCalls(format: CallFormat, input: Input): AsyncGenerator<CallRow> {
  const announced = new Announced(format);
  let rows = 0;
  let brokeOff = false;
  for await (const row of readPage(format, input, announced)) {
    rows = Math.max(rows, row.row);
    brokeOff ||= 'faults' in row && (row.breaksOff ?? false);
    yield row;
  }
  if (!brokeOff) yield* announced.leftOut(rows);
}

/** Reads one page of a source; what it says of the others is for the caller to see. */
export async function* readPage(format: CallFormat, input: Input, announced: Announced): AsyncGenerator<CallRow> {
  if (format === 'CSV') yield* csvRows(textOf(input));
  else if (format === 'VINNOVA') yield* readRegister([input]);
  else yield* listedRows(textOf(input), announced, ...readerOf(format));
}

type RowReader = (value: Json, row: number, list: string) => CallRow;

function readerOf(format: Exclude<CallFormat, 'CSV' | 'VINNOVA'>): [readonly string[], RowReader] {
  if (format === 'GDP') return [GDP_LISTS, gdpRow];
  if (format === 'COMMON_GRANTS') return [COMMON_GRANTS_LISTS, commonGrantsRow];
  return [
    [EU_SEARCH_LIST, EU_BULK_LIST],
    (value, row, list) => (list === EU_BULK_LIST ? euBulkRow(value, row) : euSearchRow(value, row)),
  ];
}

async function* listedRows(
  text: AsyncIterable<string>,
  announced: Announced,
  lists: readonly string[],
  read: RowReader,
): AsyncGenerator<CallRow> {
  for await (const listed of jsonRows(text, lists, (path, value) => announced.take(path, value))) {
    yield faultyRow(listed) ?? oneRow(listed.row, () => read(listed.value ?? null, listed.row, listed.list));
  }
}

/** Vinnova's register from its lists, in one input or one in each, in any order. */
export async function* readRegister(inputs: readonly Input[]): AsyncGenerator<CallRow> {
  const register = new VinnovaRegister();
  const broken: CallRow[] = [];
  for (const input of inputs) {
    for await (const listed of jsonRows(textOf(input), VINNOVA_LISTS)) {
      const faulty = faultyRow(listed);
      if (faulty) broken.push({ ...faulty, faults: placed(listed, faulty.faults) });
      else yield* [oneRow(listed.row, () => register.take(listed))].flat();
    }
  }
  yield* register.finish(broken.length > 0);
  yield* broken;
}

function faultyRow({ row, faults, breaksOff }: ListedValue): FaultyRow | null {
  return faults ? { row, faults, ...(breaksOff && { breaksOff }) } : null;
}

/** A row number alone doesn't tell which of the register's lists it is in. */
function placed({ list }: ListedValue, faults: readonly Fault[]): Fault[] {
  return faults.map(fault => ({ ...fault, path: list === '' ? [] : [list] }));
}
