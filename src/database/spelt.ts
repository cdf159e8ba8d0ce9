import type { Dictionary, EntityManager, EntityMetadata, FilterQuery } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';

type Row = Dictionary<unknown>;
type Hints = readonly object[];

/** What the mapper's driver finds rows with, and makes data of them. */
interface Driver {
  createQueryBuilderFromOptions(meta: EntityMetadata, where: unknown, options: object): Promise<Query>;
  joinedProps(meta: EntityMetadata, populate: Hints): Hints;
  mapResult(row: Row, meta: EntityMetadata, populate: Hints, query: Query, known: object): Row;
  mergeJoinedResult(rows: Row[], meta: EntityMetadata, joined: Hints): Row[];
}

interface Query {
  readonly state: { readonly populate: Hints };
  toQuery(): { sql: string; params: readonly unknown[] };
}

interface Manager {
  preparePopulate(entity: unknown, options: object): Promise<Hints>;
}

/** A find as the mapper has spelt it, with marks where the values go. */
interface Spelt {
  readonly text: string;
  readonly params: readonly unknown[];
  readonly dataOf: (rows: Row[]) => Row[];
}

/** A find that differs from another in its values alone. */
interface Find<T> {
  readonly entity: new () => T;
  /** What comes with a row, joined. */
  readonly populate: readonly string[];
  /** Tells it from other finds of the same entity with the same parts. */
  readonly name: string;
  readonly values: readonly unknown[];
  /** What is sought, with marks in place of the values; asked for once. */
  readonly where: (marks: readonly string[]) => FilterQuery<T>;
  readonly orderBy?: object;
  /** Whether the rows are kept as they are for the transaction; only where nothing comes with them. */
  readonly lock?: 'for share';
}

/** The finds that are remembered. */
const KEPT = 500;
const kept = new WeakMap<object, LRUCache<string, Spelt>>();

/**
 * Finds by a statement that the mapper has spelt once: spelling takes it longer than all of the rest. What it reads of
 * the rows, and which entities they become, is the mapper's as ever; one that is known already stays as it is.
 */
export async function findSpelt<T extends object>(em: EntityManager, find: Find<T>): Promise<T[]> {
  const { entity, populate, name, values } = find;
  const driver = em.getDriver();
  const finds = kept.get(driver) ?? new LRUCache<string, Spelt>({ max: KEPT });
  kept.set(driver, finds);
  const key = [entity.name, ...populate, name].join(' ');
  const spelt = finds.get(key) ?? (await spell(em, find));
  finds.set(key, spelt);
  const given = spelt.params.map(param => (isMark(param) ? values[placeOf(param)] : param));
  const rows: Row[] = await (em as SqlEntityManager).execute(spelt.text, given);
  const options = { merge: true, convertCustomTypes: true };
  return spelt.dataOf(rows).map(data => em.getEntityFactory().create<T>(entity, data as never, options));
}

async function spell<T extends object>(em: EntityManager, find: Find<T>): Promise<Spelt> {
  const { entity, populate, values, where, orderBy = [], lock = '' } = find;
  const driver = em.getDriver() as unknown as Driver;
  const meta = em.getMetadata().get<Row>(entity.name as never);
  const strategy = 'joined';
  const hints = await (em as unknown as Manager).preparePopulate(entity, { populate, strategy });
  const marks = values.map((_, place) => `${MARK}${place}`);
  const query = await driver.createQueryBuilderFromOptions(meta, where(marks), { populate: hints, strategy, orderBy });
  const { sql, params } = query.toQuery();
  const { populate: parts } = query.state;
  const dataOf = (rows: Row[]) => {
    const known = {};
    const data = rows.map(row => driver.mapResult(row, meta, parts, query, known));
    return driver.mergeJoinedResult(data, meta, driver.joinedProps(meta, parts));
  };
  return { text: `${sql} ${lock}`.trimEnd(), params, dataOf };
}

/** No text of a statement of ours has it. */
const MARK = '\0';

function isMark(param: unknown): param is string {
  return typeof param === 'string' && param.startsWith(MARK);
}

function placeOf(mark: string): number {
  return Number(mark.slice(MARK.length));
}
