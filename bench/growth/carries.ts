import { createHash } from 'node:crypto';
import pg from 'pg';
import { keysAskedFor } from '../../src/access/keys/key-row.js';
import { HEAD_SEQUENCE } from '../../src/activity/head.js';
import { cpuMs } from '../contender.js';
import type { BenchDatabase } from '../database.js';
import { aligned, rounded } from '../parts.js';

/** What every request asks of the primary, also where a replica answers it: who asks, and how far the log has come. */
const LOOK = `select json_build_object('revision', ${HEAD_SEQUENCE}, 'keys', (${keysAskedFor('$1', '$2')}))::text`;
const LOOKS = 5_000;

/** One row of the log and nothing else, which is what all changes wait in line for until it is committed. */
const ROW = `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes)
  values ('activity_' || gen_random_uuid(), now(), 'Bench', 'ADMIN', 'CALL_UPDATED', 'call', '[{"field": "title", "before": "Ett", "after": "Två"}]')`;
const WRITERS = [1, 16];
const MILLISECONDS = 4_000;

interface Backend {
  readonly client: pg.Client;
  /** Processor time it has used. */
  readonly cpu: () => number;
}

async function connect(url: string): Promise<Backend> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { client, cpu: () => cpuMs(rows[0]!.pid) };
}

/** What the one primary does for all, however many copies and replicas there are. */
export async function carriedByPrimary({ url, keys }: BenchDatabase): Promise<string> {
  const lines = [await looks(url, keys.INTEGRATOR)];
  for (const writers of WRITERS) lines.push(await rowsOfLog(url, writers));
  return aligned([['asked of the primary alone', 'a second', 'CPU ms of the database'], ...lines]);
}

async function looks(url: string, key: string): Promise<string[]> {
  const { client, cpu } = await connect(url);
  const values = [[createHash('sha256').update(key).digest('hex')], new Date().toISOString()];
  const many = async () => {
    for (let time = 0; time < LOOKS; time += 1) await client.query({ name: 'look', text: LOOK, values });
  };
  await many();
  const [before, began] = [cpu(), performance.now()];
  await many();
  const [used, took] = [cpu() - before, performance.now() - began];
  await client.end();
  return [
    'who asks and how far the log has come, one after the other',
    figure((1000 * LOOKS) / took),
    figure(used / LOOKS),
  ];
}

async function rowsOfLog(url: string, writers: number): Promise<string[]> {
  const backends = await Promise.all(Array.from({ length: writers }, () => connect(url)));
  const before = sum(backends);
  const end = performance.now() + MILLISECONDS;
  let made = 0;
  const write = async ({ client }: Backend) => {
    for (; performance.now() < end; made += 1) await client.query({ name: 'row', text: ROW });
  };
  await Promise.all(backends.map(write));
  const used = sum(backends) - before;
  await Promise.all(backends.map(({ client }) => client.end()));
  return [`rows of the log, by ${writers} at once`, figure((1000 * made) / MILLISECONDS), figure(used / made)];
}

const sum = (backends: readonly Backend[]) => backends.reduce((all, { cpu }) => all + cpu(), 0);
const figure = (value: number) => String(rounded(value));
