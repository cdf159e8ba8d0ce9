import { Refusal } from '../../shared/refuse.js';
import type { Cells } from '../../tables/cells.js';

/** The column that a refusal's path means, where that is called otherwise. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ...(['title', 'summary', 'challenge'] as const).flatMap(field => [
    [field, `${field}Sv`] as const,
    [`${field}.sv`, `${field}Sv`] as const,
    [`${field}.en`, `${field}En`] as const,
  ]),
  ['callId', 'calls'],
  ['status', 'applicationStatuses'],
  ['submittedAt', 'applicationStatuses'],
  ['decidedAt', 'applicationStatuses'],
  ['amount', 'granted'],
  ['commitment', 'commitments'],
]);

/** Does something with a row; what is refused is told by the columns of its table. */
export function refusing<T>(cells: Cells, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { code, path, message } of error.faults) {
      const told = { sv: message.sv, en: message.en ?? message.sv };
      cells.remarks.broken(columnOf(cells, path ?? []), told, code);
    }
    return undefined;
  }
}

function columnOf(cells: Cells, path: readonly string[]): readonly string[] {
  const [first] = path;
  if (first === undefined) return [];
  return cells.column(COLUMNS.get(path.slice(0, 2).join('.')) ?? COLUMNS.get(first) ?? first);
}
