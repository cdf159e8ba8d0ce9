import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '../src/shared/ids.js';
import { fillWorld, type Session } from './world.js';

/** A database of the benchmark's own, and the keys that the service knows in it. */
export interface BenchDatabase {
  readonly url: string;
  readonly session: Session;
  readonly keys: Readonly<Record<Role, string>>;
  readonly version: string;
  close(): Promise<void>;
}

export type Role = 'ADMIN' | 'PARTNER' | 'INTEGRATOR';

/** The role of like.sql is the whole server's; it goes with the last database that knows it. */
const NO_ROLE = `do $$ begin drop role if exists ks3_bench_viewer; exception when dependent_objects_still_exist then null; end $$`;

/** Makes an empty database beside the one of the given address. */
export async function scratchDatabase(
  server: string,
  name: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const address = new URL(server);
  const administer = async (...statements: string[]) => {
    const client = new pg.Client(server);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  address.pathname = `/${name}`;
  await administer(`drop database if exists ${name} with (force)`, `create database ${name}`);
  const drop = () => administer(`drop database if exists ${name} with (force)`, NO_ROLE);
  return { url: address.href, drop };
}

/** Fills a migrated database with a world, and with what the contenders need there. */
export async function prepare(url: string, ideas: number): Promise<BenchDatabase> {
  const client = new pg.Client(url);
  // What goes wrong while filling is told, not that the database was dropped under it.
  client.on('error', () => undefined);
  await client.connect();
  await fillWorld(client, ideas);
  for (const name of ['postgraphile', 'like']) await client.query(readFileSync(`bench/contenders/${name}.sql`, 'utf8'));
  const keys = await issueKeys(client);
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return {
    url,
    session: client,
    keys,
    version: rows[0]!.server_version,
    close: () => client.end(),
  };
}

export async function issueKeys(session: Session): Promise<BenchDatabase['keys']> {
  return {
    ADMIN: await issue(session, 'ADMIN'),
    PARTNER: await issue(session, 'PARTNER'),
    INTEGRATOR: await issue(session, 'INTEGRATOR'),
  };
}

/** A key of a role; the integrator's sees everything, as the other contenders do, who know of no viewer. */
async function issue(session: Session, role: Role): Promise<string> {
  const secret = `ks3_bench_${randomBytes(16).toString('hex')}`;
  const hash = createHash('sha256').update(secret).digest('hex');
  const grants = role === 'INTEGRATOR' ? ['ALL_IDEAS', 'ACTIVITY', 'CONFIDENTIAL'] : [];
  await session.query(
    `insert into api_key (id, name, prefix, hash, role, partner_id, grants, created_at)
     select $1, 'Bench', $2, $3, $4::text, case when $4::text = 'PARTNER' then (select id from partner where slug = 'techtank') end, $5, now()`,
    [newId('key'), secret.slice(0, 12), hash, role, grants],
  );
  return secret;
}

const BUSY = `select count(*)::int as busy from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;

/** Waits until what was under way when a run ended has ended too, so that nobody is asked beside it. */
export async function untilQuiet(session: Session): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    await setTimeout(50);
    const { rows } = await session.query(BUSY);
    quiet = rows[0]!.busy === 0 ? quiet + 1 : 0;
  }
}
