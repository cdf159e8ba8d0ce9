import { badInput } from '../bad-input.js';
import { cursorOf, decodeCursor, type RawCursor } from './cursor.js';
import { type Page, pageOf } from './page.js';
import type { FieldSql, Scope } from '../scope.js';
import { all, jsonObject, raw, sql, type Sql } from '../sql.js';

/** How a list is ordered: by an expression that is never null and then by id, so that every row has one place. */
export interface Order {
  /** Names the order in cursors; a cursor of another order is refused. */
  readonly name: string;
  readonly key: Sql;
  /** The SQL type of the key, which cursors carry as text. */
  readonly type: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A list that pages by key: which entity, which of its rows, in which order. */
export interface List {
  readonly entity: string;
  readonly where: (alias: Sql, scope: Scope) => Sql;
  readonly order: (alias: Sql, scope: Scope) => Order;
}

/** The SQL of a connection: one page by key, its page info, and the count of all only where it is asked for. */
export function connection(list: List): FieldSql {
  return scope => {
    const page = pageOf(scope.args);
    const row = scope.rowOf(list.entity);
    const order = list.order(row.alias, scope);
    const matching = all([row.visible, list.where(row.alias, scope)]);
    const direction = raw((order.direction === 'DESC') !== page.backward ? 'desc' : 'asc');
    const [table, alias] = [row.table, row.alias];
    const cursor = page.continues && cursorIn(scope, page, order);
    scope.looksAt(all([matching, cursor && cursor.key]));
    const rows = sql`select ${alias}.*, ${order.key} as "_key", row_number() over (order by ${order.key} ${direction}, ${alias}.id ${direction}) as "_n"
      from ${table} where ${all([matching, cursor && beyond(cursor, page, order, alias)])}
      order by ${order.key} ${direction}, ${alias}.id ${direction} limit ${raw(page.size + 1)}`;

    const object = jsonObject(
      scope.pairs({
        nodes: nodes => rowsOf(nodes.on(row).object(), page, row.alias),
        edges: edges => rowsOf(edgeOf(edges.on(row), order, alias), page, row.alias),
        pageInfo: pageInfo => pageInfoOf(pageInfo, page, order, alias),
        totalCount: () => totalCount(scope, list),
      }),
    );
    // Grouped into one row, whether or not anything of it is counted or collected.
    return scope.asks(OF_THE_PAGE) ? sql`(select ${object} from (${rows}) as ${alias} group by ())` : object;
  };
}

/** What needs the rows of the page; the count of all does not. */
const OF_THE_PAGE = ['nodes', 'edges', 'pageInfo'];

/** Where the page before ended, as values of the order's key and of the id. */
function cursorIn(scope: Scope, { cursorArgument }: Page, order: Order): { key: Sql; id: Sql } {
  const read = (cursor: string): RawCursor => {
    const found = decodeCursor(order, cursor);
    if (found) return found;
    throw badInput(
      `${cursorArgument} is not a cursor of this list in this order. Take it from endCursor or startCursor of a page with the same orderBy.`,
    );
  };
  const part = (index: 0 | 1) => scope.arg(args => read(args[cursorArgument])[index]);
  return { key: sql`${part(0)}::text::${raw(order.type)}`, id: sql`${part(1)}::text` };
}

function beyond(cursor: { key: Sql; id: Sql }, { backward }: Page, { key, direction }: Order, alias: Sql): Sql {
  const forward = (direction === 'ASC') !== backward;
  return sql`(${key}, ${alias}.id) ${raw(forward ? '>' : '<')} (${cursor.key}, ${cursor.id})`;
}

/** The rows of the page without the one that only tells whether there are more, in the list's own order. */
function rowsOf(object: Sql, { size, backward }: Page, alias: Sql): Sql {
  const place = sql`${alias}."_n"`;
  return sql`coalesce(json_agg(${object} order by ${place} ${raw(backward ? 'desc' : 'asc')}) filter (where ${place} <= ${raw(size)}), '[]')`;
}

function edgeOf(edges: Scope, order: Order, alias: Sql): Sql {
  return jsonObject(edges.pairs({ cursor: () => cursorOf(order.name, alias), node: node => node.object() }));
}

function pageInfoOf(pageInfo: Scope, { size, backward, continues }: Page, order: Order, alias: Sql): Sql {
  const place = sql`${alias}."_n"`;
  const end = (direction: string) =>
    sql`(json_agg(${cursorOf(order.name, alias)} order by ${place} ${raw(direction)}) filter (where ${place} <= ${raw(size)})) -> 0`;
  const more = sql`count(*) > ${raw(size)}`;
  const given = raw(String(continues));
  return jsonObject(
    pageInfo.pairs({
      hasNextPage: () => (backward ? given : more),
      hasPreviousPage: () => (backward ? more : given),
      startCursor: () => end(backward ? 'desc' : 'asc'),
      endCursor: () => end(backward ? 'asc' : 'desc'),
    }),
  );
}

function totalCount(scope: Scope, list: List): Sql {
  const row = scope.rowOf(list.entity);
  return sql`(select count(*) from ${row.table} where ${all([row.visible, list.where(row.alias, scope)])})`;
}
