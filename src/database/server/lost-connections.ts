import type { Pool, PoolClient } from 'pg';

/**
 * Gives connections back to their pool that are lost while somebody uses them. Whoever has begun a transaction on one
 * doesn't: the library fails to let go where `begin`, `commit` or `rollback` fail, and a few such losses would leave a
 * pool without connections for ever. https://github.com/kysely-org/kysely
 */
export function giveBackLost(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', client => void inUse.add(client));
  pool.on('release', (_, client) => void inUse.delete(client));
  pool.on('connect', client => {
    client.on('end', () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // Who used it may still let it go, as if nothing had happened.
      client.release = () => undefined;
    });
  });
}
