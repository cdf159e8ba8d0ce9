import { LRUCache } from 'lru-cache';
import pg from 'pg';
import type { SendBehind, Statement } from '../statement.js';
import { traced } from '../statement-channel.js';
import { send, type Sending } from './prepared.js';
import { meaningOf } from '../sqlstate.js';

/** How many connections short statements share. On each the server answers by one process, one after the other. */
const SHARED = 2;
/** Milliseconds that a short statement takes at most, on average. */
const SHORT_MS = 5;
/** How many statements may be under way on a shared connection. */
const DEEPEST = 16;
/** What the last time weighs in an average. */
const LAST = 1 / 8;
const REMEMBERED = 10_000;

/** Milliseconds since the server began with the statement: where it waited before, and we after, doesn't count. */
const TOOK = 'extract(epoch from clock_timestamp() - statement_timestamp())::float8 * 1000';

type Row = [text: string | null, took: number];

interface Connection {
  readonly query: (sending: Sending) => Promise<{ rows: Row[] }>;
  readonly underWay: number;
  /** Where to send what shall come after what has been sent; null where that is not the same connection for sure. */
  behind(): Pick<Connection, 'query'> | null;
}

/**
 * Runs statements that answer one row with one text. Those that are short share connections, on which each is sent
 * without waiting for the answers to those before it: far fewer wake-ups for both sides than with a connection for each.
 * What takes longer has one of its own, so that nobody waits behind it. https://node-postgres.com/features/pipelining
 */
export class TextReader {
  private readonly shared: readonly SharedConnection[];
  /** How long a statement takes on average, by its name. */
  private readonly averages = new LRUCache<string, number>({ max: REMEMBERED });

  constructor(
    private readonly pool: pg.Pool,
    /** Whether statements are kept prepared. */
    private readonly prepares: boolean,
    /** Makes a connection to share; null behind a pool, which lends one for each statement. */
    open: (() => pg.Client) | null,
  ) {
    this.shared = Array.from({ length: open ? SHARED : 0 }, () => new SharedConnection(open!));
  }

  /** How many shared connections are open, and how many of them rest. */
  get connections(): { open: number; idle: number } {
    const open = this.shared.filter(({ isOpen }) => isOpen);
    return { open: open.length, idle: open.filter(({ underWay }) => underWay === 0).length };
  }

  async read(statement: Statement, follow?: (send: SendBehind) => void): Promise<string | null> {
    const { name } = statement;
    if (!name || !this.prepares) return traced(statement.text, () => this.readOnce(statement));
    const connection = this.connectionFor(name);
    const answer = this.readOn(connection, { ...statement, name });
    const behind = connection.behind();
    if (behind)
      follow?.(({ name: next, ...rest }) => {
        if (!next || !this.isShort(next) || connection.underWay >= DEEPEST) return null;
        return this.readOn(behind, { ...rest, name: next });
      });
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.shared.map(connection => connection.close()));
  }

  private readonly ofPool: Connection = {
    query: sending => send<Row>(this.pool, sending),
    underWay: 0,
    behind: () => null,
  };

  private async readOnce({ text, values }: Statement): Promise<string | null> {
    const { rows } = await this.pool.query<[string | null]>({ text, values, rowMode: 'array' });
    return rows[0]?.[0] ?? null;
  }

  private readOn({ query }: Pick<Connection, 'query'>, { text, values, name }: Statement & { name: string }) {
    return traced(text, async () => {
      const { rows } = await query({ text: `${text}, ${TOOK}`, values, name, rowMode: 'array' });
      const [answer, took] = rows[0]!;
      this.note(name, took);
      return answer;
    });
  }

  private isShort(name: string): boolean {
    return (this.averages.get(name) ?? Infinity) <= SHORT_MS;
  }

  private connectionFor(name: string): Connection {
    const [first, ...others] = this.shared;
    if (!first || !this.isShort(name)) return this.ofPool;
    const least = others.reduce((one, other) => (other.underWay < one.underWay ? other : one), first);
    return least.underWay < DEEPEST ? least : this.ofPool;
  }

  private note(name: string, took: number): void {
    const average = this.averages.get(name) ?? took;
    this.averages.set(name, average + (took - average) * LAST);
  }
}

/** A connection that is opened when it is first wanted, and anew when it was lost. */
class SharedConnection implements Connection {
  underWay = 0;
  private client: pg.Client | null = null;
  private connecting: Promise<pg.Client> | null = null;

  constructor(private readonly open: () => pg.Client) {}

  get isOpen(): boolean {
    return this.client !== null;
  }

  readonly query = async (sending: Sending, opened = this.client): Promise<{ rows: Row[] }> => {
    this.underWay += 1;
    try {
      const client = opened ?? (await (this.connecting ??= this.connect()));
      sendAtEndOfTurn(client.connection.stream);
      return await send<Row>(client, sending).catch((error: unknown) => {
        if (!isOfStatement(error)) this.leave(client);
        throw error;
      });
    } finally {
      this.underWay -= 1;
    }
  };

  behind() {
    const { client } = this;
    return client && { query: (sending: Sending) => this.query(sending, client) };
  }

  async close(): Promise<void> {
    const client = this.client ?? (await this.connecting?.catch(() => null));
    await client?.end();
  }

  private async connect(): Promise<pg.Client> {
    const client = this.open();
    client.on('error', () => this.leave(client)).on('end', () => this.leave(client));
    try {
      await client.connect();
      return (this.client = client);
    } finally {
      this.connecting = null;
    }
  }

  /** Many may notice that a connection was lost; what comes next goes to another. */
  private leave(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
  }
}

/** Whether only the statement failed, and not its connection. */
function isOfStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && meaningOf(error) !== 'lost';
}

/** What is sent in one turn of the event loop leaves in one piece. */
function sendAtEndOfTurn(stream: NodeJS.WritableStream & { cork(): void; uncork(): void }): void {
  stream.cork();
  setImmediate(() => stream.uncork());
}
