import { type TableReading, TableSeen } from '../../tables/table-choice.js';
import { type CallFormat, formatOf } from './call-format.js';
import type { CallRow } from './draft/call-draft.js';
import type { Input } from './source-format.js';
import { Announced } from './source/announced.js';
import { NO_CALLS } from './source/no-calls.js';

/**
 * Reads funding calls from a source, one row at a time and in bounded memory. Nothing that the input holds makes it
 * throw: what can't be read is a faulty row, and an input that breaks off, by its form or its own count, ends with one.
 * An input without any row is refused.
 * A format whose lists lie in inputs of their own takes several, in any order.
 */
export async function* readCalls(name: CallFormat, ...inputs: readonly Input[]): AsyncGenerator<CallRow> {
  yield* readTable(name, { seen: new TableSeen() }, ...inputs);
}

/** The same, of a table of which something is said. */
export async function* readTable(
  name: CallFormat,
  table: TableReading,
  ...inputs: readonly Input[]
): AsyncGenerator<CallRow> {
  const format = formatOf(name);
  const announced = new Announced(format.announces);
  let [rows, isEmpty] = [0, true];
  let brokeOff = false;
  for await (const row of format.read(inputs, announced, table)) {
    isEmpty = false;
    rows = Math.max(rows, row.row);
    brokeOff ||= 'faults' in row && (row.breaksOff ?? false);
    yield row;
  }
  const leftOut = brokeOff ? [] : announced.leftOut(rows);
  yield* isEmpty && !leftOut.some(row => 'faults' in row) ? [NO_CALLS] : leftOut;
}
