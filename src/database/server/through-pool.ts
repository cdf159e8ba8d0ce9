import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ConfigError } from '../../shared/program/config-error.js';
import { optionsOf, sessionOf } from '../session.js';
import { Address } from './address.js';
import { send } from './prepared.js';

type Session = Readonly<Record<string, string>>;

/** Where the server is, and what stands before it. */
export interface ServerAddress {
  readonly url: string;
  /** The server itself where `url` is a pool before it, for NOTIFY and migrations. */
  readonly directUrl?: string | undefined;
  /** Whether statements may be kept prepared; by a pool only where it keeps its clients apart. */
  readonly prepares?: boolean | undefined;
  /** The longest statement, and the longest silence inside a transaction: others may wait for what it has locked. */
  readonly statementTimeoutMs: number;
}

/** How long a note to oneself may take. */
const PATIENCE_MS = 2_000;
const AGAIN = 'Give the server itself as DIRECT_DATABASE_URL, for what a pool does not carry (docs/operation.md).';

/**
 * What a connection is asked to carry when it begins. A pool in between has sessions of its own and takes none of ours:
 * the role has them there.
 */
export function carried(session: Session, pooled: boolean): Pick<pg.ClientConfig, 'options'> {
  return pooled ? {} : { options: optionsOf(session) };
}

/**
 * Whether the addresses lead to what the service needs: sessions in its settings, NOTIFY that is heard, and prepared
 * statements of one's own. What fails says which setting would be right.
 */
export async function proveServer(options: ServerAddress): Promise<void> {
  const { url, directUrl, prepares = true } = options;
  const pooled = directUrl !== undefined;
  const session = sessionOf(options);
  const address = new Address(url);
  const client = address.client({
    connectionTimeoutMillis: PATIENCE_MS,
    ...carried(session, pooled),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await proveSession(client, session, pooled);
    await proveListening(
      client,
      pooled ? new Address(directUrl) : address,
      pooled ? 'DIRECT_DATABASE_URL' : 'DATABASE_URL',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (pooled && prepares) await provePrepared(address);
}

/** Whether every session is as it must be: in UTC, and cut off in time. */
async function proveSession(client: pg.Client, session: Session, pooled: boolean): Promise<void> {
  const wanted = Object.entries(session);
  const { rows } = await client.query<{ name: string; is: boolean; role: string }>(
    `select name, current_user as role,
       setting = coalesce((select wanted from unnest($1::text[], $2::text[]) as w (setting_name, wanted)
         where lower(setting_name) = lower(name)), setting) as is
     from pg_settings where lower(name) = any (select lower(unnest($1::text[])))`,
    [wanted.map(([name]) => name), wanted.map(([, value]) => value)],
  );
  if (rows.every(({ is }) => is)) return;
  if (!pooled) throw new ConfigError(`DATABASE_URL: leads to a pool that drops the settings of a session. ${AGAIN}`);
  const role = pg.escapeIdentifier(rows[0]!.role);
  const statements = wanted.map(([name, value]) => `alter role ${role} set ${name} = ${pg.escapeLiteral(value)};`);
  throw new ConfigError(
    `DATABASE_URL: sessions behind the pool are not as they must be. Run these, and RECONNECT in the pool: ${statements.join(' ')}`,
  );
}

/**
 * Whether what is told by NOTIFY is heard where we listen; a pool that lends a connection for a transaction drops it. A server
 * that follows another tells nothing of its own, and can still be read and verified.
 */
async function proveListening(teller: pg.Client, listened: Address, named: string): Promise<void> {
  const { rows } = await teller.query<{ follows: boolean }>('select pg_is_in_recovery() as follows');
  if (rows[0]!.follows) return;
  const client = listened.client({ connectionTimeoutMillis: PATIENCE_MS });
  const heard = Promise.withResolvers<boolean>();
  client.on('error', heard.reject).on('notification', () => heard.resolve(true));
  const channel = `kickstart_${randomUUID().replaceAll('-', '')}`;
  const timer = setTimeout(() => heard.resolve(false), PATIENCE_MS);
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    await teller.query('select pg_notify($1, $2)', [channel, '']);
    if (!(await heard.promise)) throw new ConfigError(`${named}: leads to a pool that drops NOTIFY. ${AGAIN}`);
  } finally {
    clearTimeout(timer);
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL's duplicate_prepared_statement and invalid_sql_statement_name. */
const MIXED_UP = new Set(['42P05', '26000']);
const AT_ONCE = 8;

/** Whether a pool keeps the prepared statements of its clients apart: each of some connections prepares its own by one name. */
async function provePrepared(address: Address): Promise<void> {
  const name = `kickstart_${randomUUID()}`;
  const clients = Array.from({ length: AT_ONCE }, () => address.client({}));
  for (const client of clients) client.on('error', () => undefined);
  try {
    await Promise.all(clients.map(client => client.connect()));
    for (const order of [clients, clients.toReversed(), clients])
      for (const client of order) await answersItsOwn(client, name, clients.indexOf(client));
  } finally {
    await Promise.all(clients.map(client => client.end().catch(() => undefined)));
  }
}

async function answersItsOwn(client: pg.Client, name: string, number: number): Promise<void> {
  const asked = { name, text: `select ${number}`, values: [], rowMode: 'array' as const };
  const answer = await send<[number]>(client, asked).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && MIXED_UP.has(error.code ?? '')) return null;
    throw error;
  });
  if (answer?.rows[0]?.[0] !== number)
    throw new ConfigError(
      'PREPARED_STATEMENTS: the pool mixes up what its clients prepare. Set it to "false", or let the pool keep them apart (PgBouncer 1.21 or newer with max_prepared_statements).',
    );
}
