import { LRUCache } from 'lru-cache';
import pg from 'pg';

/** A statement to send: with a name it is kept prepared where it was sent. */
export type Sending = pg.QueryArrayConfig;

/** What a connection keeps prepared. PostgreSQL holds about 100 bytes for each byte of text: 25 MiB in all. */
const KEPT = { max: 200, maxSize: 256 * 1024 };
/** A longer statement is prepared anew each time: it would push out too many others. */
const LONGEST = 32 * 1024;

/** The driver's memory of what was prepared under which name. */
interface Connection extends pg.Connection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  close(message: { type: 'S'; name: string }): void;
}

const keptOn = new WeakMap<pg.Connection, LRUCache<string, number>>();

/**
 * Sends a statement. Those with a name are kept prepared on the connection until others that were asked for later need
 * the room; letting go costs no wait, since the message travels with the next statement.
 */
export function send<R extends unknown[]>(on: pg.Pool | pg.Client, sending: Sending): Promise<{ rows: R[] }> {
  return sendAny(on, sending);
}

/** The same where rows come as the driver gives them. */
export function sendAny<R>(on: pg.Pool | pg.Client, sending: pg.QueryConfig): Promise<R> {
  const query = queryOf(sending);
  const run = on.query.bind(on) as unknown as (query: pg.Query, done: Done<R>) => void;
  return new Promise((resolve, reject) => run(query, (error, result) => (error ? reject(error) : resolve(result))));
}

type Done<R> = (error: Error | undefined, result: R) => void;

function queryOf({ name, ...unnamed }: pg.QueryConfig): pg.Query {
  if (!name || unnamed.text.length > LONGEST) return new pg.Query(unnamed);
  const query = new pg.Query({ ...unnamed, name });
  const submit = query.submit.bind(query);
  query.submit = connection => {
    makeRoom(connection as Connection, name, unnamed.text);
    return submit(connection);
  };
  return query;
}

function makeRoom(connection: Connection, name: string, text: string): void {
  const known = keptOn.get(connection);
  const kept =
    known ?? new LRUCache<string, number>({ ...KEPT, sizeCalculation: size => size, dispose: letGo(connection) });
  if (!known) keptOn.set(connection, kept);
  if (kept.get(name) !== undefined) return;
  forget(connection, name);
  kept.set(name, text.length);
}

function letGo(connection: Connection) {
  return (_size: number, name: string) => {
    connection.close({ type: 'S', name });
    forget(connection, name);
  };
}

/** Also one that the driver heard of only after it was let go: it is prepared anew when it is asked for again. */
function forget({ parsedStatements, submittedNamedStatements }: Connection, name: string): void {
  delete parsedStatements[name];
  delete submittedNamedStatements[name];
}
