import { type Dictionary, type EntityMetadata, isRaw, type MikroORM, ReferenceKind } from '@mikro-orm/core';
import { AHEAD } from './ahead.js';

/** A row as the unit of work gives it to be written: by property, its values as the database takes them. */
type Row = Dictionary<unknown>;

interface Options {
  readonly ctx?: unknown;
  readonly convertCustomTypes?: boolean;
  readonly loggerContext?: object;
}

interface Result {
  readonly affectedRows: number;
  readonly row: Row;
  readonly rows: Row[];
}

interface Driver {
  nativeInsertMany(entity: Entity, rows: Row[], options?: Options, transform?: unknown): Promise<Result>;
  nativeUpdate(entity: Entity, where: Row, row: Row, options?: Options): Promise<Result>;
  execute(text: string, values: unknown[], method: 'run', on: unknown, context?: object): Promise<unknown>;
}

type Entity = new () => object;
type Metadata = EntityMetadata<Row>;

/** A statement, its rows, and the answer that it has, or else fails. */
interface Write {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly answer: Row[];
}

/**
 * What the unit of work writes in a transaction is sent as one value, and ahead: what the mapper would wait for is known,
 * or the statement fails. What the mapper spells by SQL of its own, or has to read back, is left to it.
 */
export function writeAhead({ em }: Pick<MikroORM, 'em'>): void {
  const driver = em.getDriver() as unknown as Driver;
  const [insert, update] = [driver.nativeInsertMany.bind(driver), driver.nativeUpdate.bind(driver)];
  const metadata = em.getMetadata();
  const send = async ({ text, rows, answer }: Write, { ctx, loggerContext }: Options): Promise<Result> => {
    await driver.execute(text, [JSON.stringify(rows)], 'run', ctx, loggerContext);
    return { affectedRows: rows.length, row: answer[0]!, rows: answer };
  };
  driver.nativeInsertMany = (entity, rows, options = {}, transform) => {
    const write = isPrepared(options) && !transform ? insertOf(metadata.get(entity), rows) : null;
    return write ? send(write, options) : insert(entity, rows, options, transform);
  };
  driver.nativeUpdate = (entity, where, row, options = {}) => {
    const write = isPrepared(options) ? updateOf(metadata.get(entity), where, row) : null;
    return write ? send(write, options) : update(entity, where, row, options);
  };
}

/** Whether the unit of work asks, within a transaction. */
function isPrepared({ ctx, convertCustomTypes }: Options): boolean {
  return ctx !== undefined && convertCustomTypes === false;
}

function insertOf(meta: Metadata, rows: readonly Row[]): Write | null {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const columns = columnsOf(meta, names, rows);
  const made = meta.props.filter(
    ({ name, persist, defaultRaw, autoincrement, generated }) =>
      persist !== false && (defaultRaw || autoincrement || generated) && rows.some(row => row[name] === undefined),
  );
  if (!columns || made.some(({ version, name }) => !version || names.includes(name))) return null;
  const first = Object.fromEntries(made.map(({ fieldNames }) => [fieldNames[0], 1]));
  const list = columns.map(quoted).join(', ');
  const table = quoted(meta.tableName);
  const text = `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, ?::jsonb) ${AHEAD}`;
  return { text, rows: rows.map(row => valuesOf(meta, row)), answer: rows.map(() => ({ ...first })) };
}

/** Of a row with a version only that version is changed: one that has moved on meanwhile ends the transaction. */
function updateOf(meta: Metadata, where: Row, row: Row): Write | null {
  const version = meta.versionProperty as string | undefined;
  const keys = [...meta.primaryKeys, ...(version ? [version] : [])] as string[];
  const columns = columnsOf(meta, Object.keys(row), [row]);
  const places = columnsOf(meta, keys, [where]);
  const isWhole = keys.length === Object.keys(where).length && keys.every(key => key in where && !(key in row));
  if (!columns?.length || !places || !isWhole || meta.props.some(({ generated }) => generated)) return null;
  const table = quoted(meta.tableName);
  const counter = version && quoted(meta.properties[version]!.fieldNames[0]!);
  const sets = columns.map(column => `${quoted(column)} = given.${quoted(column)}`);
  if (counter) sets.push(`${counter} = old.${counter} + 1`);
  const conditions = places.map(column => `old.${quoted(column)} = given.${quoted(column)}`);
  const update = `update ${table} old set ${sets.join(', ')} from jsonb_populate_recordset(null::${table}, ?::jsonb) given
    where ${conditions.join(' and ')}`;
  const rows = [{ ...valuesOf(meta, where), ...valuesOf(meta, row) }];
  if (!version) return { text: `${update} ${AHEAD}`, rows, answer: [{}] };
  const text = `with made as (${update} returning 1) select require_version(count(*)) from made ${AHEAD}`;
  return { text, rows, answer: [{ [places.at(-1)!]: (where[version] as number) + 1 }] };
}

/** The columns of properties that stand as they are, each in one; null where one of them does not. */
function columnsOf(meta: Metadata, names: readonly string[], rows: readonly Row[]): string[] | null {
  const columns: string[] = [];
  for (const name of names) {
    const { fieldNames = [name], customType, kind, object } = meta.properties[name] ?? {};
    const isSpelt =
      object || kind === ReferenceKind.MANY_TO_MANY || (customType && 'convertToDatabaseValueSQL' in customType);
    if (isSpelt || fieldNames.length !== 1 || rows.some(row => isRaw(row[name]) || !isValue(row[name]))) return null;
    columns.push(fieldNames[0]!);
  }
  return columns;
}

/** Whether JSON says it as the database takes it. */
function isValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(each => typeof each === 'string' || typeof each === 'number');
  return typeof value !== 'object' || value === null || value instanceof Date;
}

function valuesOf(meta: Metadata, row: Row): Row {
  const named = Object.entries(row).map(([name, value]) => [meta.properties[name]?.fieldNames[0] ?? name, value]);
  return Object.fromEntries(named) as Row;
}

function quoted(name: string): string {
  return `"${name}"`;
}
