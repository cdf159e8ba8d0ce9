import { TABLE_LIMITS } from '../../../tables/table-limits.js';

/**
 * What an import of calls takes at most. A row beyond a limit is refused by its number; the input beyond the number of
 * rows is not read. docs/import-formats.md tells users the same numbers.
 */
export const LIMITS = {
  ...TABLE_LIMITS,
  /** Characters of one row; the largest topics of the EU portal have some hundred thousand. */
  rowCharacters: 5_000_000,
  /** Lists and objects inside one another in a row; the deepest known source has 6. */
  nesting: 32,
  /** Lists and objects inside one another anywhere, after which nothing more is read. */
  fileNesting: 10_000,
  /** Values in one row. */
  rowValues: 100_000,
  /** Texts of one list that are looked at. */
  texts: 1_000,
  /** Deadlines of one call. */
  deadlines: 100,
} as const;
