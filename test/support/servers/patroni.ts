import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, processesOf, withPostgres } from './cluster.js';

const PATRONI = '/usr/bin/patroni';
const ETCD = '/usr/bin/etcd';
const VERSIONS = '/usr/lib/postgresql';

/** `describe` where Patroni and etcd are installed (Debian's `patroni`, `etcd-server`), else skipped. */
export const withPatroni = existsSync(PATRONI) && existsSync(ETCD) ? withPostgres : describe.skip;

/** Two PostgreSQL servers, of which Patroni makes one the primary and the other its synchronous replica. */
export interface PatroniCluster {
  /** Both of them, as libpq writes several hosts. */
  readonly url: string;
  /** Kills the primary with all its processes, as a machine is lost; the address of the one left. */
  killPrimary(): Promise<string>;
  remove(): Promise<void>;
}

export async function startPatroni(): Promise<PatroniCluster> {
  const home = mkdtempSync(join(tmpdir(), 'kickstart-s3-patroni-'));
  chmodSync(home, 0o777);
  const ports = [await freePort(), await freePort()] as const;
  const etcd = await startEtcd(home);
  const nodes = [startNode(home, 0, ports[0], etcd.endpoint)];
  const first = addressOf(`127.0.0.1:${ports[0]}`);
  await until(async () => (await ask(first, 'select not pg_is_in_recovery() as is'))?.is === true);
  nodes.push(startNode(home, 1, ports[1], etcd.endpoint));
  const synchronous = `select exists (select from pg_stat_replication where sync_state = 'sync') as is`;
  await until(async () => (await ask(first, synchronous))?.is === true);
  const ended = (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise<void>(resolve => {
      child.once('exit', () => resolve());
      kill(child);
    });
  };
  /** Patroni, and the server that it has started in a session of its own. */
  const lost = async (number: number) => {
    const data = join(home, `node${number}`, 'data');
    const server = existsSync(join(data, 'postmaster.pid')) ? processesOf(data) : [];
    const over = ended(nodes[number]!);
    for (const pid of server) process.kill(pid, 'SIGKILL');
    await over;
  };
  return {
    url: addressOf(`127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}`),
    killPrimary: async () => {
      await lost(0);
      return addressOf(`127.0.0.1:${ports[1]}`);
    },
    remove: async () => {
      await Promise.all([...nodes.map((_, number) => lost(number)), ended(etcd.child)]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const addressOf = (hosts: string) => `postgresql://postgres@${hosts}/postgres`;

async function startEtcd(home: string): Promise<{ endpoint: string; child: ChildProcess }> {
  const [client, peer] = [await freePort(), await freePort()];
  const endpoint = `127.0.0.1:${client}`;
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const child = run(ETCD, [
    ...['--data-dir', join(home, 'etcd'), '--listen-client-urls', at(client), '--advertise-client-urls', at(client)],
    ...['--listen-peer-urls', at(peer), '--initial-advertise-peer-urls', at(peer), '--log-level', 'error'],
    ...['--initial-cluster', `default=${at(peer)}`],
  ]);
  await until(async () => (await fetch(`http://${endpoint}/health`).catch(() => null))?.ok === true);
  return { endpoint, child };
}

function startNode(home: string, number: number, port: number, endpoint: string): ChildProcess {
  const folder = join(home, `node${number}`);
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  const [version] = readdirSync(VERSIONS).sort((one, other) => Number(other) - Number(one));
  const listens = `127.0.0.1:${port}`;
  const rest = `127.0.0.1:${port + 1 > 65_535 ? port - 1 : port + 1}`;
  const user = { username: 'postgres', password: 'none' };
  const settings = {
    scope: 'kickstart',
    name: `node${number}`,
    restapi: { listen: rest, connect_address: rest },
    etcd3: { host: endpoint },
    bootstrap: {
      dcs: { ttl: 20, loop_wait: 2, retry_timeout: 3, synchronous_mode: true, postgresql: { use_slots: true } },
      initdb: [{ encoding: 'UTF8' }, { auth: 'trust' }],
    },
    postgresql: {
      ...{ listen: listens, connect_address: listens, data_dir: join(folder, 'data') },
      bin_dir: join(VERSIONS, version!, 'bin'),
      pgpass: join(folder, 'pgpass'),
      authentication: { superuser: user, replication: user },
      parameters: { unix_socket_directories: folder, fsync: 'off' },
      pg_hba: ['host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust', 'local all all trust'],
    },
  };
  const file = join(folder, 'patroni.json');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(settings));
  return run(PATRONI, [file]);
}

/** A program in a group of its own, so that it can be killed with all that it has started; PostgreSQL refuses to run as root. */
function run(program: string, args: readonly string[]): ChildProcess {
  const asPostgres =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  const [first, ...rest] = [...asPostgres, program, ...args];
  return spawn(first!, rest, { detached: true, stdio: 'ignore', cwd: '/' });
}

function kill({ pid }: ChildProcess): void {
  process.kill(-pid!, 'SIGKILL');
}

async function ask(url: string, text: string): Promise<{ is: boolean } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<{ is: boolean }>(text)).rows[0] ?? null;
  } catch {
    return null;
  } finally {
    void client.end().catch(() => undefined);
  }
}

async function until(deed: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await deed());) {
    if (performance.now() - began > 120_000) throw new Error('the cluster did not come up within two minutes');
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
