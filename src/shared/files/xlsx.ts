import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import Big from 'big.js';
import { writeXlsxStream } from 'hucre/xlsx';
import { SWEDEN, wallClockIn } from '../time/local-time.js';
import { EXCEL_SV } from './csv.js';
import type { Cell, Decimal, Table, TextOfMoments } from './table.js';

/** The longest text a cell may hold (ECMA-376 as Excel implements it). */
const LONGEST_CELL = 32_767;
const DEFAULT_WIDTH = 16;

/** Where a text has what stands in a workbook for a character that XML cannot hold: _x0041_ (ECMA-376, 22.4.2.4). */
const CODE = /_(?=x[0-9A-F]{4}_)/gi;

/**
 * The table as an Excel workbook with one sheet, written while the rows come. Texts stay texts: none is a formula. Days and
 * times are those of Sweden, since a workbook knows no zones.
 */
export function xlsx({ name, header, widths, rows }: Table): Readable {
  const stream = writeXlsxStream(cellsOf(rows), {
    name: sheetName(name),
    columns: header.map((title, place) => ({ header: title, width: widths?.[place] ?? DEFAULT_WIDTH })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream as ReadableStream);
}

type SheetCell = Exclude<Cell, Decimal | TextOfMoments>;

async function* cellsOf(rows: Table['rows']): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) yield row.map(valueOf);
}

function valueOf(cell: Cell): SheetCell {
  if (typeof cell === 'string') return readable(cell);
  if (cell instanceof Date) return wallClockIn(SWEDEN, toSecond(cell));
  if (cell === null || typeof cell !== 'object') return cell;
  return 'decimal' in cell ? numberOf(cell) : readable(cell.writtenWith(EXCEL_SV.moment));
}

/** Spreadsheets show whole seconds and round the rest up, so that what is shown would never have been. */
function toSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1_000) * 1_000);
}

/** A number as a spreadsheet has them; one that it would round stays a text. */
function numberOf({ decimal }: Decimal): number | string {
  return Big(decimal).eq(Big(Number(decimal))) ? Number(decimal) : decimal;
}

/** Without the characters that XML cannot hold, no longer than a cell, and with what looks like a written code of one escaped. */
function readable(text: string): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const whole = clean.length <= LONGEST_CELL;
  const kept = whole ? clean : `${clean.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return kept.replace(CODE, '_x005F_');
}

/** A sheet's name has at most 31 characters and none of []:*?/\. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
