import type { EntityManager } from '@mikro-orm/core';
import { mayFor, permitFor, type ProgrammeAction } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { Refusal } from '../shared/refuse.js';
import type { Cells } from '../tables/cells.js';
import type { FaultyRow, SkippedRow } from '../tables/report/read-row.js';
import { TableSeen } from '../tables/table-choice.js';
import type { TableKind } from '../tables/table-kind.js';
import { contentOf, ofContent } from './given-content.js';
import { choiceIn, tableIn } from './given-table.js';
import { type ImportReport, obstacles } from './import-report.js';
import type { ImportedTable, ImportTableInput } from './import-table-input.js';
import { reportAnswer } from './report-answer.js';
import { type Things, unhurried } from './unhurried.js';

/** Rows as they are read. */
export type Rows<Row> = readonly (Row | FaultyRow | SkippedRow)[];

/** What is imported from a table, and who may do it. */
interface TableImport<C extends Cells, Row extends object> {
  readonly kind: TableKind<C, Row>;
  readonly things: Things;
  readonly action: ProgrammeAction;
  readonly take: (em: EntityManager, rows: Rows<Row>, flush: (() => Promise<void>) | null) => Promise<ImportReport>;
}

/** So many things are read back in one answer. */
const READ_BACK = 100;

/**
 * Imports a table, or says what its import would do. The file is read before the transaction begins: the database takes
 * long silence in one for a copy that has died.
 */
export async function importTable<P extends ImportedTable, C extends Cells, Row extends { readonly row: number }>(
  context: Context,
  Payload: new () => P,
  input: ImportTableInput,
  { kind, things, action, take }: TableImport<C, Row>,
  answered: (ids: readonly { id: string }[]) => Partial<P>,
): Promise<P> {
  const [dryRun, seen] = [input.dryRun !== false, new TableSeen()];
  let rows: Promise<Rows<Row>> = Promise.resolve([]);
  const read = async () => {
    if (mayFor(context.viewer, action)) rows = rowsOf(input, { kind, things }, seen);
    // What is refused while it is read, the change tells.
    await Promise.allSettled([rows]);
  };
  await read();
  const imported = async (em: EntityManager, flush: () => Promise<void>) => {
    permitFor(context.viewer, action);
    const report = await take(em, await rows, dryRun ? null : flush);
    const whole = dryRun ? [] : obstacles(report);
    const answer = { ...reportAnswer(report, context.locale), dryRun: dryRun || whole.length > 0 };
    const ids = [
      ...report.imported.filter(({ isNew }) => !answer.dryRun || !isNew).map(({ id }) => id),
      ...report.unchanged,
    ];
    const told = { ...answer, ...answered(ids.slice(0, READ_BACK).map(id => ({ id }))) } as never;
    if (whole.length > 0)
      throw new Refusal(
        whole.flatMap(({ faults }) => faults.map(each => ofContent(each, input))),
        told,
      );
    return told;
  };
  // What somebody made meanwhile is known the second time.
  const payload = await context.change(Payload, imported, read);
  return { ...NOTHING, ...answered([]), ...payload, sheets: seen.sheets, columns: [...seen.columns] };
}

const NOTHING = { dryRun: true, created: 0, updated: 0, unchanged: 0, rejected: [], leftOut: [], rows: [] };

async function rowsOf<C extends Cells, Row extends { readonly row: number }>(
  input: ImportTableInput,
  { kind, things }: Pick<TableImport<C, Row>, 'kind' | 'things'>,
  seen: TableSeen,
): Promise<Rows<Row>> {
  const rows: (Row | FaultyRow | SkippedRow)[] = [];
  const reading = { ...choiceIn(input, kind), seen };
  const read = tableIn(input.format, contentOf(input), kind, reading);
  for await (const row of unhurried(read, { ...input, things })) rows.push(row);
  return rows;
}
