/** What a cell of an exported table can hold; null is an empty cell. */
export type Cell = string | number | boolean | Date | null;

/** A table that is written while its rows come. */
export interface Table {
  /** The name of the sheet, where a file can have several. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
