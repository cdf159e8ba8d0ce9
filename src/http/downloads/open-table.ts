import type { Cell } from '../../shared/files/table.js';
import type { ExportedColumn } from '../../tables/exported-columns.js';

/** A table whose rows have not been read yet. */
export interface OpenTable {
  readonly columns: readonly ExportedColumn[];
  readonly rows: AsyncGenerator<Cell[]>;
}

/** What a table is asked with: the API's filter, and of which moment. */
export interface TableVariables {
  readonly filter: object;
  readonly asOf?: Date;
  /** What narrows the rows themselves, where they lie inside ideas. */
  readonly own?: object;
}
