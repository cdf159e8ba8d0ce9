/** What an import takes at most of a table, and of any text. docs/import-formats.md tells users the same numbers. */
export const TABLE_LIMITS = {
  /** Rows of one import, those that are refused or left out included. The EU bulk file has some 30,000. */
  rows: 200_000,
  /** Characters of one row of a table. */
  tableRowCharacters: 1_000_000,
  /** Columns of a table. */
  columns: 200,
  /** Characters of a description in HTML that are looked at. */
  html: 100_000,
  /** Characters of a line, such as a title, that are looked at. */
  line: 10_000,
  /** Characters of a cell that are shown of a refused row. */
  cell: 500,
  /** Notes and faults of one row; the rest is counted. */
  remarks: 50,
} as const;
