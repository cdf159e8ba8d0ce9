/** What is taken at most of a workbook. docs/import-formats.md tells users the same numbers. */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file. */
  file: 64 * 1024 * 1024,
  /** Parts of the archive. */
  entries: 5_000,
  /** Bytes of the unpacked sheet that is read. */
  sheet: 256 * 1024 * 1024,
  /** Bytes of the unpacked list of texts. */
  texts: 64 * 1024 * 1024,
  /** Bytes of any other unpacked part. */
  part: 16 * 1024 * 1024,
  /** How many times larger a part may be unpacked, beyond the size at which nobody minds. */
  ratio: 200,
  unsuspected: 4 * 1024 * 1024,
  /** Sheets that are named. */
  sheets: 1_000,
  /** Characters of a cell (ECMA-376 as Excel implements it). */
  cell: 32_767,
  /** Characters of all cells together: a text may stand in any number of them. */
  characters: 256 * 1024 * 1024,
  /** Merged ranges that are heeded. */
  merged: 50_000,
  /** Elements within one another, and attributes of one. */
  depth: 64,
  attributes: 200,
} as const;
