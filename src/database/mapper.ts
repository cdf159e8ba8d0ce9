import { isRaw, type MikroORM, type Platform, Utils } from '@mikro-orm/core';
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
  const execute = connection.execute.bind(connection);
  connection.execute = async (query, values, method, on, context) => {
    await connection.ensureConnection();
    const prepared = connection.prepareQuery(query, values);
    const { text, parameters } = placed(em.getPlatform(), prepared.query, prepared.params);
    const client = on && pipelines ? await connectionOf(on as Transaction) : (on ?? connection.getClient());
    const run: Client['executeQuery'] = (compiled, options) =>
      client.executeQuery({ ...compiled, parameters }, options);
    return execute(text, [], method, { executeQuery: run }, context);
  };
  const send = connection.executeQuery.bind(connection);
  connection.executeQuery = (text, run, context) => traced(text, () => send(text, run, context));
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
