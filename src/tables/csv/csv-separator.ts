import type { Columns } from '../columns.js';
import { TABLE_LIMITS } from '../table-limits.js';

const SEPARATORS = [';', ',', '\t'] as const;

/** Characters of a header that are looked at. */
const LONGEST_HEADER = 100_000;

/** A table's text, and what separates its cells, as the header shows. Excel's "sep=;" line is taken away. */
export async function separatedText(
  text: AsyncIterable<string>,
  columns: Columns,
): Promise<{ separator: string; pieces: AsyncIterable<string> }> {
  const rest = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < LONGEST_HEADER && !/[\r\n]./s.test(head)) {
    const next = await rest.next();
    if (next.done) break;
    head += next.value;
  }
  const marked = /^sep=(.)\r?\n/i.exec(head);
  if (marked) return { separator: marked[1]!, pieces: together(head.slice(marked[0].length), rest) };
  return { separator: separatorOf(head, columns), pieces: together(head, rest) };
}

/** The separator with which most of the first line's cells are columns that we know. */
function separatorOf(head: string, columns: Columns): string {
  const first = head.slice(0, LONGEST_HEADER).split(/[\r\n]/, 1)[0]!;
  const splits = SEPARATORS.map(separator => {
    const cells = first.split(separator);
    const known = cells
      .slice(0, TABLE_LIMITS.columns)
      .filter(cell => columns.meaningOf(cell.replaceAll('"', ''))).length;
    return { separator, known, cells: cells.length };
  });
  return splits.sort((one, other) => other.known - one.known || other.cells - one.cells)[0]!.separator;
}

async function* together(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
