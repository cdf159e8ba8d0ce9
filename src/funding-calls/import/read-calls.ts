import type { Fault } from '../../shared/refuse.js';
import type { CallRow, FaultyRow } from './call-draft.js';
import type { CallFormat } from './call-format.js';
import { COMMON_GRANTS_LISTS, commonGrantsRow } from './common-grants.js';
import { csvRows } from './csv.js';
import { euBulkRow } from './eu-bulk.js';
import { euSearchRow } from './eu-search.js';
import { GDP_LISTS, gdpRow } from './gdp.js';
import { jsonRows } from './json-rows.js';
import type { Json } from './readings.js';
import type { ListedValue } from './row-assembler.js';
import { textOf } from './source-text.js';
import { VINNOVA_LISTS, VinnovaRegister } from './vinnova.js';

/** The lists of the portal's two forms; which one the input is shows by itself. */
const EU_SEARCH_LIST = 'results';
const EU_BULK_LIST = 'fundingData.GrantTenderObj';

/**
 * Reads funding calls from a source, one row at a time and in bounded memory. Nothing that the input holds makes it
 * throw: what can't be read is a faulty row, and an input that breaks off ends with one.
 */
export async function* readCalls(
  format: CallFormat,
  input: AsyncIterable<Uint8Array> | string,
): AsyncGenerator<CallRow> {
  const text = textOf(input);
  if (format === 'CSV') yield* csvRows(text);
  else if (format === 'VINNOVA') yield* vinnovaRows(text);
  else yield* listedRows(text, ...readerOf(format));
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
  lists: readonly string[],
  read: RowReader,
): AsyncGenerator<CallRow> {
  for await (const listed of jsonRows(text, lists)) {
    yield faultyRow(listed) ?? read(listed.value ?? null, listed.row, listed.list);
  }
}

async function* vinnovaRows(text: AsyncIterable<string>): AsyncGenerator<CallRow> {
  const register = new VinnovaRegister();
  const broken: CallRow[] = [];
  for await (const listed of jsonRows(text, VINNOVA_LISTS)) {
    const faulty = faultyRow(listed);
    if (faulty) broken.push({ ...faulty, faults: placed(listed, faulty.faults) });
    else yield* register.take(listed);
  }
  yield* register.finish();
  yield* broken;
}

function faultyRow({ row, faults, breaksOff }: ListedValue): FaultyRow | null {
  return faults ? { row, faults, ...(breaksOff && { breaksOff }) } : null;
}

/** A row number alone doesn't tell which of the register's lists it is in. */
function placed({ list }: ListedValue, faults: readonly Fault[]): Fault[] {
  return faults.map(fault => ({ ...fault, path: list === '' ? [] : [list] }));
}
