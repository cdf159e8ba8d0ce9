import type pg from 'pg';
import type { Address } from './address.js';

/** Stops listening. */
export type StopListening = () => Promise<void>;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A server that says nothing for so long while it is connected to is tried again. */
const PATIENCE_MS = 5_000;

/**
 * Listens to a channel of a PostgreSQL server on a connection of its own. After every connection, also one that replaces
 * a lost one, it calls as if something had been told: what was told in between is not repeated by the server.
 */
export async function listenOn(address: Address, channel: string, call: () => void): Promise<StopListening> {
  let [stopped, pause] = [false, FIRST_PAUSE_MS];
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const later = () => {
    if (stopped) return;
    timer = setTimeout(() => void connect(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const connect = async () => {
    const fresh = address.client({
      application_name: 'kickstart-s3 listener',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client = fresh;
    // A connection can be lost in several ways at once; it is replaced once.
    let lost = false;
    const replace = () => {
      if (lost) return;
      lost = true;
      void fresh.end().catch(() => undefined);
      later();
    };
    fresh.on('error', replace).on('end', replace).on('notification', call);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      pause = FIRST_PAUSE_MS;
      call();
    } catch {
      replace();
    }
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
