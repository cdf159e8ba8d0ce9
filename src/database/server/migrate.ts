import { setTimeout as wait } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/core';
import type { ClientBase } from 'pg';
import type { Address } from './address.js';
import { forwardOf } from '../migrations.js';
import { optionsOf, SESSION } from '../session.js';
import { meaningOf } from '../sqlstate.js';

/** How long a new connection is waited for. */
const CONNECT_MS = 5_000;

/** Any number that no other program on the same database uses for its own lock. */
const MIGRATION_LOCK = 7_305_221;

/**
 * Migrates while holding a lock, so that two copies that start together do it one after the other; without a limit in time.
 * Not by a second mapper: that would rewrite what the classes know of the first, which then sees changes where none are.
 */
export async function migrateAlone(address: Address, { migrator }: Pick<MikroORM, 'migrator'>): Promise<void> {
  const options = optionsOf({ ...SESSION, statement_timeout: '0' });
  const client = address.client({ connectionTimeoutMillis: CONNECT_MS, application_name: 'kickstart-s3', options });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = (await migrator.getPending()).map(({ name }) => name);
    while (pending.length > 0 && !(await migrateLocked(client, pending))) await wait(PAUSE_MS);
  } finally {
    await client.end();
  }
}

/**
 * Every table is taken before anything is changed, at once or not at all: taken one by one as they are changed, they
 * deadlocked with requests of copies that serve meanwhile. A server looks for deadlocks after a second, and would end
 * such a request; so nobody waits for a table that long unless all have been taken.
 */
const TAKE_MS = 800;
const PAUSE_MS = 1_000;
const TAKE = `do $$ declare tables text;
begin
  select string_agg(c.oid::regclass::text, ', ' order by c.oid) into tables from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
      and not exists (select from pg_depend where objid = c.oid and deptype = 'e');
  if tables is not null then execute 'lock table ' || tables || ' in access exclusive mode'; end if;
end $$`;

/** Migrates in one transaction, all or nothing; or says that others held a table for too long. */
async function migrateLocked(client: ClientBase, names: readonly string[]): Promise<boolean> {
  let taken = false;
  try {
    await client.query(`begin; set local statement_timeout = ${TAKE_MS}`);
    await client.query(TAKE);
    taken = true;
    await client.query('set local statement_timeout = 0');
    for (const name of names) {
      for (const statement of forwardOf(name)) await client.query(statement);
      await client.query('insert into schema_migration (name) values ($1)', [name]);
    }
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (taken || !['stopped', 'collision'].includes(meaningOf(error) ?? '')) throw error;
    return false;
  }
}
