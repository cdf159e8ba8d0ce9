import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const VERSIONS = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

/** Where the newest PostgreSQL server on this machine has its programs, or null. */
const PROGRAMS = existsSync(VERSIONS)
  ? (readdirSync(VERSIONS)
      .sort((one, other) => Number(other) - Number(one))
      .map(version => join(VERSIONS, version, 'bin'))
      .find(folder => existsSync(join(folder, 'initdb'))) ?? null)
  : null;

/** `describe` where a PostgreSQL server can be started, else skipped. */
export const withPostgres = PROGRAMS ? describe : describe.skip;

/** A PostgreSQL server of one's own, to be broken. */
export interface Cluster {
  readonly url: string;
  start(): Promise<void>;
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  isRunning(): Promise<boolean>;
  /** Sends a signal to every process of it. */
  signal(name: NodeJS.Signals): void;
  /** Runs a program of PostgreSQL as its own user. */
  run(program: string, ...args: string[]): Promise<string>;
  /** Stops it and leaves nothing behind. */
  remove(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so its programs are run as the user that it brings. */
async function asPostgres(program: string, args: readonly string[]): Promise<string> {
  const file = join(PROGRAMS!, program);
  const quoted = [file, ...args].map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const { stdout } = await (isRoot ? run('su', ['postgres', '-c', quoted], { cwd: '/' }) : run(file, [...args]));
  return stdout;
}

interface ClusterOptions {
  readonly folder?: string;
  readonly settings?: Record<string, string>;
}

const INITDB = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--wal-segsize=1', '--no-sync'];

/** Makes and starts a cluster, in a temporary folder or the one given. */
export function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  return startIn(options, data => asPostgres('initdb', ['-D', data, ...INITDB]));
}

/** Makes and starts a replica, which streams what the primary writes. */
export function startReplica(primary: Cluster): Promise<Cluster> {
  const streaming = ['-R', '-C', '-S', 'replica', '-c', 'fast', '--no-sync'];
  return startIn({}, data => asPostgres('pg_basebackup', ['-d', primary.url, '-D', data, ...streaming]));
}

async function startIn(
  { folder, settings = {} }: ClusterOptions,
  make: (data: string) => Promise<unknown>,
): Promise<Cluster> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'kickstart-s3-cluster-'));
  chmodSync(home, 0o777);
  const data = join(home, 'data');
  const port = await freePort();
  await make(data);
  const options = Object.entries({ port, unix_socket_directories: home, listen_addresses: '127.0.0.1', ...settings })
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(' ');
  // Its log would hold the pipe of this process open.
  const start = () =>
    asPostgres('pg_ctl', ['-D', data, '-w', '-s', '-l', join(home, 'log'), '-o', options, 'start']).then(
      () => undefined,
    );
  const stop = (mode: string) =>
    asPostgres('pg_ctl', ['-D', data, '-w', '-s', '-m', mode, 'stop']).then(() => undefined);
  const isRunning = () =>
    asPostgres('pg_ctl', ['-D', data, 'status']).then(
      () => true,
      () => false,
    );
  await start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    isRunning,
    signal: name => {
      for (const pid of processesOf(data)) process.kill(pid, name);
    },
    run: (program, ...args) => asPostgres(program, args),
    remove: async () => {
      if (await isRunning()) await stop('immediate');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server's first process, and those that it has made of itself. */
export function processesOf(data: string): number[] {
  const [first] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  if (!existsSync(`/proc/${first}`)) return [];
  const others = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ');
  return [first!, ...others].map(Number);
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
