import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, Table } from './table.js';

/** The longest text a cell may hold (ECMA-376 as Excel implements it). */
const LONGEST_CELL = 32_767;

/** The table as an Excel workbook with one sheet, written while the rows come. Texts stay texts: none is a formula. */
export function xlsx({ name, header, rows }: Table): Readable {
  const stream = writeXlsxStream(cellsOf(rows), {
    name: sheetName(name),
    columns: header.map(title => ({ header: title })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream as ReadableStream);
}

async function* cellsOf(rows: Table['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map(cell => (typeof cell === 'string' ? readable(cell) : cell));
}

/** Without the characters that XML cannot hold, and no longer than a cell. */
function readable(text: string): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A sheet's name has at most 31 characters and none of []:*?/\. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
