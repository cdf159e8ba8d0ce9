import type { Client, Pool, PoolClient, QueryResult } from 'pg';
import { AHEAD } from '../ahead.js';
import type { Naming } from './naming.js';
import { sendAny } from './prepared.js';

const NO_ANSWER = { command: '', rowCount: 0, oid: 0, rows: [], fields: [] } satisfies QueryResult;

type Query = (text: unknown, ...rest: unknown[]) => Promise<QueryResult>;

/**
 * Sends some statements together with the next on their connection: the begin of a transaction with a read that comes
 * first in it, and what is written ahead with its commit, which the server turns into a rollback where that fails.
 * The connections of the pool must pipeline. https://node-postgres.com/features/pipelining
 */
export function sendTogether(pool: Pool, naming: Naming | null): void {
  pool.on('connect', (client: PoolClient & { query: unknown }) => {
    const query = client.query.bind(client) as Query;
    const { stream } = (client as unknown as Client).connection;
    const itself = { query } as unknown as Client;
    const send: Query = (text, ...rest) => {
      const [values] = rest;
      const isNamed = typeof text === 'string' && Array.isArray(values) && rest.length === 1;
      const name = isNamed ? naming?.nameOf(text) : undefined;
      return name
        ? sendAny<QueryResult>(itself, { text: text as string, values: values as unknown[], name })
        : query(text, ...rest);
    };
    let ahead: Promise<unknown> | null = null;
    let isBegun = true;
    const sendNext: Query = (text, ...rest) => {
      const [before, isSafe] = [ahead, isBegun ? isSafeAfter(text) : isRead(text)];
      if (before && !isSafe) {
        ahead = null;
        isBegun = true;
        return before.then(() => sendNext(text, ...rest));
      }
      isBegun = text !== 'begin';
      ahead = null;
      if (isBegun && !isAhead(text)) return before ? afterBoth(before, send(text, ...rest)) : send(text, ...rest);
      stream.cork();
      setImmediate(() => stream.uncork());
      const sent = send(text, ...rest);
      ahead = before ? afterBoth(before, sent) : sent;
      // Whoever comes next is told.
      ahead.catch(() => undefined);
      return Promise.resolve(NO_ANSWER);
    };
    client.query = sendNext;
  });
}

function isAhead(text: unknown): boolean {
  return typeof text === 'string' && text.endsWith(AHEAD);
}

/** What does no harm where the transaction has not begun: anything else would be done outside it. */
function isRead(text: unknown): boolean {
  return typeof text === 'string' && /^(select|commit|rollback)\b/.test(text);
}

/** What does no harm in a transaction that has failed. */
function isSafeAfter(text: unknown): boolean {
  return isRead(text) || isAhead(text);
}

/** The first to fail is told, once both have ended. */
async function afterBoth<T>(first: Promise<unknown>, second: Promise<T>): Promise<T> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'rejected') throw one.reason;
  if (other.status === 'rejected') throw other.reason;
  return other.value;
}
