import { BrokenInput, unbroken } from '../text/source-text.js';
import type { TableChoice, TableSeen } from '../table-choice.js';
import type { TableRecord } from '../table-kind.js';
import { MergedCells } from './merged-cells.js';
import { mergedRanges } from './merged-ranges.js';
import { SheetCells } from './sheet-cells.js';
import { textsIn } from './texts.js';
import { sheetOf, workbookIn } from './workbook.js';
import { AS_TEXT, ENCRYPTED, NO_WORKBOOK, OLD_EXCEL, TOO_LARGE } from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';
import { walk } from './xml.js';
import { Zip } from './zip.js';

/** The rows of one sheet of a workbook, as texts; a workbook that cannot be read, or not safely, breaks off. */
export async function* xlsxRecords(
  input: AsyncIterable<Uint8Array> | string,
  { sheet: name }: TableChoice,
  seen: TableSeen,
): AsyncGenerator<TableRecord> {
  const zip = new Zip(zipped(await bytesOf(input)));
  const workbook = await workbookIn(zip);
  seen.sheets = workbook.sheets.filter(({ isHidden }) => !isHidden).map(sheet => sheet.name);
  const sheet = sheetOf(workbook, name);
  seen.sheet = sheet.name;
  const merged = new MergedCells(await mergedRanges(zip, sheet.part));
  const cells = new SheetCells(workbook, await textsIn(zip, workbook.texts));
  const pieces = walk(zip.read(sheet.part, WORKBOOK_LIMITS.sheet), cells);
  while (!(await pieces.next()).done) {
    const { rows } = cells;
    cells.rows = [];
    for (const row of rows) yield merged.filled(row);
  }
}

async function bytesOf(input: AsyncIterable<Uint8Array> | string): Promise<Buffer> {
  if (typeof input === 'string') throw new BrokenInput(AS_TEXT);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unbroken(input)) {
    size += piece.length;
    if (size > WORKBOOK_LIMITS.file) throw new BrokenInput(TOO_LARGE);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What Office wrote before 2007, and what it writes around an encrypted workbook (MS-CFB). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function zipped(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE))
    throw new BrokenInput(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? ENCRYPTED : OLD_EXCEL);
  if (bytes.toString('latin1', 0, 2) !== 'PK') throw new BrokenInput(NO_WORKBOOK);
  return bytes;
}
