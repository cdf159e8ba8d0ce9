import {
  type EntityProperty,
  isRaw,
  type MetadataStorage,
  type MikroORM,
  type Platform,
  ReferenceKind,
  Utils,
} from '@mikro-orm/core';
import { LRUCache } from 'lru-cache';
import { traced } from './statement-channel.js';

/** What the mapper's connections do for both kinds of database. */
interface Connection {
  ensureConnection(): Promise<void>;
  getClient(): Client;
  prepareQuery(query: unknown, values?: unknown[]): { query: string; params: unknown[] };
  execute<T>(query: unknown, values?: unknown[], method?: string, on?: Client, context?: object): Promise<T>;
  executeQuery<T>(text: string, run: () => Promise<T>, context?: object): Promise<T>;
}

interface Client {
  executeQuery(compiled: object, options?: object): Promise<unknown>;
}

/** A transaction of the query builder beneath the mapper, which lets one statement after the other have its connection. */
interface Transaction extends Client {
  getExecutor(): { provideConnection(use: (connection: Client) => Promise<Client>): Promise<Client> };
}

/**
 * The mapper's statements go out as all others do: values beside their text, and told of. Where connections pipeline,
 * those of a transaction that are asked for at once are sent at once, in that order.
 */
export function adjustMapper({ em }: Pick<MikroORM, 'em'>, { pipelines }: { readonly pipelines: boolean }): void {
  const connection = em.getConnection() as unknown as Connection;
  const spelled = spellStars(em.getMetadata());
  const execute = connection.execute.bind(connection);
  // The mapper would also spell each statement with its values, for a log that nobody reads.
  const unspelt: Connection = Object.create(connection, { platform: { value: { formatQuery: () => '' } } });
  connection.execute = async (query, values, method, on, context) => {
    await connection.ensureConnection();
    const prepared = unspelt.prepareQuery(query, values);
    const { text, parameters } = placed(em.getPlatform(), spelled(prepared.query), prepared.params);
    const client = on && pipelines ? await connectionOf(on as Transaction) : (on ?? connection.getClient());
    const run: Client['executeQuery'] = (compiled, options) => {
      const answer = client.executeQuery({ ...compiled, parameters }, options);
      return on ? toldByFirst(on, answer) : answer;
    };
    return execute(text, [], method, { executeQuery: run }, context);
  };
  const send = connection.executeQuery.bind(connection);
  connection.executeQuery = (text, run, context) => traced(text, () => send(text, run, context));
}

/** Texts that are remembered. */
const SPELLED = 500;

/**
 * Names the columns that the mapper would have by a star: a statement with one cannot be kept prepared, since it would
 * fail once a newer copy adds a column, and it brings what the mapper doesn't know, such as what is searched in.
 */
function spellStars(metadata: MetadataStorage): (text: string) => string {
  const known = new LRUCache<string, string>({ max: SPELLED });
  const columns = new Map(
    [...metadata.getAll().values()].map(({ tableName, props }) => [tableName, [...new Set(props.flatMap(columnsOf))]]),
  );
  const spell = (text: string) =>
    text.replaceAll(/"(\w+)"\.\*/g, (star, alias: string) => {
      const [, table = ''] = new RegExp(`(?:from|join) "(\\w+)" as "${alias}"`).exec(text) ?? [];
      const names = columns.get(table);
      return names ? names.map(name => `"${alias}"."${name}"`).join(', ') : star;
    });
  return text => {
    if (!text.includes('.*')) return text;
    const spelt = known.get(text) ?? spell(text);
    known.set(text, spelt);
    return spelt;
  };
}

/** The columns in which a property stands; one inside an embedded value stands for itself. */
function columnsOf({ kind, owner, fieldNames, object }: EntityProperty): string[] {
  if (kind === ReferenceKind.EMBEDDED) return object ? fieldNames : [];
  const isHere = kind === ReferenceKind.SCALAR || kind === ReferenceKind.MANY_TO_ONE || owner;
  return isHere && kind !== ReferenceKind.MANY_TO_MANY ? fieldNames : [];
}

const connections = new WeakMap<Transaction, Promise<Client>>();

/** The connection of a transaction itself. */
function connectionOf(transaction: Transaction): Promise<Client> {
  const known = connections.get(transaction);
  if (known) return known;
  const connection = transaction.getExecutor().provideConnection(async each => each);
  connections.set(transaction, connection);
  return connection;
}

const latest = new WeakMap<Client, Promise<unknown>>();

/** What was asked for behind a statement that failed is told why, and not that its transaction has failed (25P02). */
function toldByFirst<T>(transaction: Client, answer: Promise<T>): Promise<T> {
  const before = latest.get(transaction);
  const told = answer.catch(async (error: { code?: unknown }) => {
    if (error.code === '25P02') await before;
    throw error;
  });
  latest.set(transaction, told);
  return told;
}

/** The protocol counts parameters in 16 bits, and a greater count would be taken for another. */
const MOST = 65_535;

/**
 * The mapper writes values into the text of a statement; here they become `$n`, so that no character of theirs is ever
 * read as part of it. Numbers, booleans and null stay as they are.
 */
export function placed(platform: Platform, query: string, values: unknown[]): { text: string; parameters: string[] } {
  const parameters: string[] = [];
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place).join(', ');
    const text = textOf(value);
    return text === null ? value : `$${parameters.push(text)}`;
  };
  const placing: Platform = Object.create(platform, {
    quoteValue: {
      value: (value: unknown) => (isRaw(value) ? placing.formatQuery(value.sql, [...value.params]) : place(value)),
    },
  });
  const text = placing.formatQuery(query, values);
  if (parameters.length > MOST)
    throw new Error(`a statement may have at most ${MOST} values and has ${parameters.length}`);
  return { text, parameters };
}

/** What is sent as a text; null for what has no characters of its own. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return Utils.isPlainObject(value) || (typeof value === 'object' && value !== null) ? JSON.stringify(value) : null;
}
