import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, freePort, withPostgres } from './cluster.js';

const PROGRAM = '/usr/sbin/pgbouncer';

/** `describe` where PgBouncer is installed (Debian's `pgbouncer`), else skipped. */
export const withPgBouncer = existsSync(PROGRAM) ? withPostgres : describe.skip;

/** PgBouncer before a cluster, lending a connection a transaction. */
export interface Pooler {
  readonly url: string;
  /** A word for PgBouncer itself, such as RECONNECT. */
  tell(word: string): Promise<void>;
  end(): Promise<void>;
}

export async function startPgBouncer(cluster: Cluster, settings: Record<string, string> = {}): Promise<Pooler> {
  const home = mkdtempSync(join(tmpdir(), 'kickstart-s3-pgbouncer-'));
  chmodSync(home, 0o755);
  const port = await freePort();
  const { port: serverPort } = new URL(cluster.url);
  const lines = Object.entries({
    ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', auth_type: 'trust' },
    ...{ auth_file: join(home, 'users'), admin_users: 'postgres', pool_mode: 'transaction', default_pool_size: 4 },
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(home, 'users'), '"postgres" ""\n');
  const file = join(home, 'pgbouncer.ini');
  writeFileSync(file, `[databases]\n* = host=127.0.0.1 port=${serverPort}\n[pgbouncer]\n${lines.join('\n')}\n`);
  const asUser = process.getuid?.() === 0 ? ['-u', 'postgres'] : [];
  const child = spawn(PROGRAM, ['-q', ...asUser, file], { stdio: 'ignore' });
  await accepts(port, child);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    tell: async word => {
      const client = new pg.Client(`postgresql://postgres@127.0.0.1:${port}/pgbouncer`);
      await client.connect();
      await client.query(word);
      await client.end();
    },
    end: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function accepts(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}`);
    const open = await new Promise<boolean>(resolve => {
      const socket = createConnection(port, '127.0.0.1')
        .once('connect', () => resolve(socket.destroy() !== null))
        .once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
