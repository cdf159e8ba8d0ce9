/** An exact number with a decimal point, such as an amount of money. */
export interface Decimal {
  readonly decimal: string;
}

/** A text that names moments, which each file writes as it writes moments. */
export interface TextOfMoments {
  readonly writtenWith: (moment: (at: Date) => string) => string;
}

/** What a cell of an exported table can hold; null is an empty cell. */
export type Cell = string | number | boolean | Date | Decimal | TextOfMoments | null;

/** A table that is written while its rows come. */
export interface Table {
  /** The name of the sheet, where a file can have several. */
  readonly name: string;
  readonly header: readonly string[];
  /** The width of each column in characters, where a file has widths. */
  readonly widths?: readonly number[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
