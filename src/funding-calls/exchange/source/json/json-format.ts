import type { FaultyRow } from '../../../../tables/report/read-row.js';
import type { CallRow } from '../../draft/call-draft.js';
import { oneRow } from '../../../../tables/report/one-row.js';
import type { SourceFormat } from '../../source-format.js';
import { UNANNOUNCED } from '../announced.js';
import { JSON_ANSWERS } from '../answer-types.js';
import { jsonRows } from './json-rows.js';
import type { Json } from './json.js';
import { onePage } from '../paging.js';
import type { ListedValue } from './row-assembler.js';
import { textOf } from '../../../../tables/text/source-text.js';

/** What formats in JSON have in common, until one says otherwise. */
export const JSON_FORMAT = {
  inputs: 'ONE',
  rowsOfOneCall: 'JOINED',
  announces: UNANNOUNCED,
  accepts: JSON_ANSWERS,
  paging: onePage,
  request: () => ({}),
} as const satisfies Partial<SourceFormat>;

/** Reads each element of those lists by itself. */
export function rowByRow(
  lists: readonly string[],
  read: (value: Json, row: number, list: string) => CallRow,
): SourceFormat['read'] {
  return async function* (inputs, announced) {
    for (const input of inputs) {
      for await (const listed of jsonRows(textOf(input), lists, (path, value) => announced.take(path, value)))
        yield unreadRow(listed) ?? oneRow(listed.row, () => read(listed.value ?? null, listed.row, listed.list));
    }
  };
}

/** The row of an element that couldn't be read as JSON. */
export function unreadRow({ row, faults, breaksOff }: ListedValue): FaultyRow | null {
  return faults ? { row, faults, ...(breaksOff && { breaksOff }) } : null;
}
