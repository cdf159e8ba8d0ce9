/** What a header is said to mean: a field, or nothing that is read. */
export interface ColumnChoice {
  readonly header: string;
  readonly field?: string | null;
}

/** What whoever imports a table says of it. */
export interface TableChoice {
  /** Which of a workbook's sheets; without it the first. */
  readonly sheet?: string | undefined;
  readonly columns?: readonly ColumnChoice[] | undefined;
}

/** A column that was found, and the field that it is read as; null where it is not read. */
export interface SeenColumn {
  readonly header: string;
  readonly field: string | null;
}

/** What was seen of a table while it was read. */
export class TableSeen {
  sheets: readonly string[] = [];
  sheet: string | null = null;
  columns: readonly SeenColumn[] = [];
}

/** How a table is to be read, and what is seen of it meanwhile. */
export interface TableReading extends TableChoice {
  readonly seen: TableSeen;
}
