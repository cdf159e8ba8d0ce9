import type { Arguments } from '../arguments.js';
import type { Asking, CursorPlace } from '../asking.js';
import type { Ordered } from './lists.js';

/** A connection as the naive executor gives it: its cursors are the ids of the rows. */
export interface Page<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const PAGE_DEFAULT = 20;

/** One page of an ordered list, cut out of the whole of it. */
export function page<T extends { id: string }>(
  { rows, compare }: Ordered<T>,
  args: Arguments,
  place: (cursor: string) => T | null,
): Page<T> {
  const backward = args.last != null;
  const cursor = backward ? args.before : args.after;
  const from = cursor == null ? null : place(cursor);
  const beyond = rows.filter(row => from === null || (backward ? compare(row, from) < 0 : compare(row, from) > 0));
  const size = args.last ?? args.first ?? PAGE_DEFAULT;
  const nodes = backward ? beyond.slice(Math.max(0, beyond.length - size)) : beyond.slice(0, size);
  const more = beyond.length > size;
  return {
    nodes,
    edges: nodes.map(node => ({ node, cursor: node.id })),
    pageInfo: {
      hasNextPage: backward ? from !== null : more,
      hasPreviousPage: backward ? more : from !== null,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
    totalCount: rows.length,
  };
}

/**
 * The cursors of a random document are not known before it is run. Each is written `@place:share`; it stands for the
 * row at that share of the whole list, as the viewer sees it in the order of the field that takes the cursor.
 */
export function placeOf<T extends { id: string }>(
  asking: Asking,
  { list, args }: Omit<CursorPlace, 'id'>,
  whole: () => Ordered<T>,
): (cursor: string) => T | null {
  return cursor => {
    const { rows } = whole();
    const share = Number(cursor.split(':')[1]);
    const row = rows[Math.floor((rows.length * share) / 100)] ?? null;
    asking.cursors.set(cursor, { list, args, id: row?.id ?? null });
    return row;
  };
}
