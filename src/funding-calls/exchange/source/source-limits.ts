/**
 * What an import takes at most. A row beyond a limit is refused by its number; the input beyond the number of rows is
 * not read. docs/import-formats.md tells users the same numbers.
 */
export const LIMITS = {
  /** Rows of one import, those that are refused or left out included. The EU bulk file has some 30,000. */
  rows: 200_000,
  /** Characters of one row; the largest topics of the EU portal have some hundred thousand. */
  rowCharacters: 5_000_000,
  /** Characters of one row of a table. */
  tableRowCharacters: 1_000_000,
  /** Lists and objects inside one another in a row; the deepest known source has 6. */
  nesting: 32,
  /** Lists and objects inside one another anywhere, after which nothing more is read. */
  fileNesting: 10_000,
  /** Values in one row. */
  rowValues: 100_000,
  /** Columns of a CSV file. */
  columns: 200,
  /** Characters of a description in HTML that are looked at. */
  html: 100_000,
  /** Characters of a line, such as a title, that are looked at. */
  line: 10_000,
  /** Texts of one list that are looked at. */
  texts: 1_000,
  /** Deadlines of one call. */
  deadlines: 100,
  /** Characters of a cell that are shown of a refused row. */
  cell: 500,
  /** Notes and faults of one row; the rest is counted. */
  remarks: 50,
} as const;
