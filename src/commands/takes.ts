import type { EntityManager } from '@mikro-orm/core';
import type { CallFormat } from '../funding-calls/exchange/call-format.js';
import type { CallRow } from '../funding-calls/exchange/draft/call-draft.js';
import { mergeRows } from '../funding-calls/exchange/draft/merge-rows.js';
import { importCalls } from '../funding-calls/exchange/import-calls.js';
import { readTable } from '../funding-calls/exchange/read-calls.js';
import { importIdeas } from '../ideas/exchange/import-ideas.js';
import { IDEAS } from '../ideas/exchange/reading/idea-row.js';
import { tableIn } from '../imports/given-table.js';
import type { ImportReport } from '../imports/import-report.js';
import type { TableFormat } from '../imports/import-table-input.js';
import { importPartners } from '../partners/exchange/import-partners.js';
import { PARTNERS } from '../partners/exchange/partner-row.js';
import { SYSTEM } from '../shared/viewer.js';
import type { TableReading } from '../tables/table-choice.js';
import type { ImportOptions } from './import-options.js';

/** Where what was read of the input goes. */
export type Take = (
  em: EntityManager,
  flush: () => Promise<void>,
  onBatch: (report: ImportReport) => void,
) => Promise<ImportReport>;

export function callsTaken(format: CallFormat, rows: AsyncIterable<CallRow>): Take {
  return (em, ...how) => importCalls(em, mergeRows(format, rows), ...how);
}

interface GivenFile extends Pick<ImportOptions, 'format' | 'programme'> {
  readonly reading: TableReading;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** What is made of a file. */
export const TAKES: Readonly<Record<ImportOptions['what'], (file: GivenFile) => Take>> = {
  CALLS: ({ format, reading, stream }) => callsTaken(format, readTable(format, reading, stream)),
  PARTNERS:
    ({ format, reading, stream }) =>
    (em, ...how) =>
      importPartners(em, tableIn(format as TableFormat, stream, PARTNERS, reading), ...how),
  IDEAS:
    ({ format, reading, stream, programme }) =>
    (em, flush, onBatch) =>
      importIdeas(
        em,
        tableIn(format as TableFormat, stream, IDEAS, reading),
        flush,
        { viewer: SYSTEM, programme },
        onBatch,
      ),
};
