import type { Cell } from '../shared/files/table.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { Untyped } from '../shared/untyped.js';

/** A column of an exported table: its name in the API, which programs read, and what people read above it. */
export interface ExportedColumn {
  readonly field: string;
  readonly title: Bilingual;
  /** In characters. */
  readonly width: number;
  readonly cell: (node: Untyped) => Cell;
  /** What people read in place of codes, where an import reads it back. */
  readonly words?: Readonly<Record<string, Bilingual>>;
}

export function column(
  field: string,
  sv: string,
  en: string,
  width: number,
  cell: (node: Untyped) => Cell,
): ExportedColumn {
  return { field, title: { sv, en }, width, cell };
}

/** The same column with its codes in words where people read it. */
export function inWords(of: ExportedColumn, words: Readonly<Record<string, Bilingual>>): ExportedColumn {
  return { ...of, words };
}

/** Widths by what stands in a column. */
export const WIDTH = { number: 12, word: 18, moment: 20, name: 28, text: 50 } as const;

const SEPARATOR = '; ';

/** Several things in one cell, as the import reads them. */
export const list = (values: readonly string[]): string => values.join(SEPARATOR);

/** Decimals of a share that anybody reads. */
const DECIMALS = 4;

/** A cell as people read it: codes in their words, and no more decimals than say something. */
export function forPeople({ words }: ExportedColumn, cell: Cell, locale: Locale): Cell {
  if (typeof cell === 'number') return Number(cell.toFixed(DECIMALS));
  if (typeof cell !== 'string' || !words) return cell;
  return list(cell.split(SEPARATOR).map(code => (Object.hasOwn(words, code) ? inLocale(words[code]!, locale) : code)));
}

export const codes = (areas: readonly { code: string }[]): string => list(areas.map(({ code }) => code));

export const moment = (value: string | Date | null): Date | null => (value ? new Date(value) : null);

export async function* cells(
  nodes: AsyncIterable<Untyped>,
  columns: readonly ExportedColumn[],
): AsyncGenerator<Cell[]> {
  for await (const node of nodes) yield columns.map(({ cell }) => cell(node));
}
