import { ArgsType, Field, Int, type ClassType, ObjectType } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { cursorOf, decodeCursor, type RawCursor } from './cursor.js';
import type { FieldSql, Scope } from './scope.js';
import { all, jsonObject, raw, sql, type Sql } from './sql.js';

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
  readonly where: (alias: string, scope: Scope) => Sql;
  readonly order: (alias: string, scope: Scope) => Order;
}

export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 100;

export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly cursorArgument: 'after' | 'before';
  readonly continues: boolean;
}

function pageOf(args: {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}): Page {
  const backward = args.last != null;
  if (backward && args.first != null) throw badInput('Give either first or last, not both.');
  if (backward ? args.after != null : args.before != null)
    throw badInput('after goes with first, before goes with last.');
  const size = args.last ?? args.first ?? PAGE_DEFAULT;
  const name = backward ? 'last' : 'first';
  if (size < 0 || size > PAGE_MAX) throw badInput(`${name} must be at least 0 and at most ${PAGE_MAX}.`);
  return {
    size,
    backward,
    cursorArgument: backward ? 'before' : 'after',
    continues: (backward ? args.before : args.after) != null,
  };
}

/** The SQL of a connection: one page by key, its page info, and the count of all only where it is asked for. */
export function connection(list: List): FieldSql {
  return scope => {
    const page = pageOf(scope.args);
    const row = scope.rowOf(list.entity);
    const order = list.order(row.alias, scope);
    const matching = all([row.visible, list.where(row.alias, scope)]);
    const direction = raw((order.direction === 'DESC') !== page.backward ? 'desc' : 'asc');
    const [table, alias] = [row.table, raw(row.alias)];
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
function rowsOf(object: Sql, { size, backward }: Page, alias: string): Sql {
  const place = raw(`${alias}."_n"`);
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

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether there is more after this page. Going backward it is true when before was given.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there is more before this page. Going forward it is true when after was given.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first row of the page, or null when it is empty.',
  })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row of the page, or null when it is empty.',
  })
  endCursor?: string | null;
}

/** The arguments of a list that pages forward. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, defaultValue: PAGE_DEFAULT, description: 'How many rows at most, 0 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** The arguments of a list that pages both ways: `first` with `after`, or `last` with `before`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows from the beginning or after the cursor, 0 to 100; 20 when neither first nor last is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before; goes with first.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many rows from the end or before the cursor, 0 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The startCursor of the page after; goes with last.' })
  before?: string | null;
}

/** The connection and edge types of an entity, as the Relay cursor connections specification names them. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>, { counted = true } = {}) {
  @ObjectType(`${name}Edge`, { description: `One place in a list of ${name}.` })
  class Edge {
    @Field(node, { description: 'The row.' })
    node!: T;

    @Field(() => String, { description: 'The place of the row in this list and order; opaque.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The rows.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo;
  }
  if (counted) {
    Field(() => Int, {
      description: 'How many there are in all that the viewer may see. Costs a count; leave it out when not needed.',
    })(Connection.prototype, 'totalCount');
  }
  return { Edge, Connection };
}
