import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Role } from './database.js';
import type { ContenderName, Operation, Request } from './operation.js';
import { bodyOf } from './documents.js';

/** One of those that are measured, as a running process. */
export interface Contender {
  readonly name: ContenderName;
  /** Whether it keeps answers that are asked for again; only the service can. */
  readonly keeps: boolean;
  readonly url: string;
  /** From the start of the process to its first word that it is ready. */
  readonly readyAfterMs: number;
  /** The processor time it has used so far, in milliseconds. */
  cpuMs(): number;
  /** The memory it holds now. */
  rssMiB(): number;
  /** Whether it asks for a key, and answers as the key's holder may see. */
  readonly keyed: boolean;
  headers(asked: { readonly role: Role }): Record<string, string>;
  /** The body that asks it for this. */
  body(operation: Operation, request: Request): string;
  /** Says a word to what was loaded into it, and gives the answer. */
  tell(word: string): Promise<unknown>;
  /** Gives the code that it has ended with. */
  stop(): Promise<number | null>;
}

/** What node is started with; the service as its image and `npm start` start it. */
const SCRIPTS: Readonly<Record<ContenderName, readonly string[]>> = {
  service: ['--max-semi-space-size=8', '--heap-growing-percent=30', '--no-parallel-scavenge', 'dist/bin/main.js'],
  postgraphile: ['dist-bench/bench/contenders/postgraphile-server.js'],
  like: ['dist-bench/bench/contenders/like-server.js'],
  manual: ['dist-bench/bench/contenders/manual/server.js'],
  limit: ['dist-bench/bench/contenders/limit-server.js'],
};

export interface Setting {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly keys: Readonly<Partial<Record<Role, string>>>;
  /** Settings in place of those that contenders are measured with. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Who looks up the key that is shown. */
const KEYED: readonly ContenderName[] = ['service', 'like', 'manual'];

/** Starts a contender on the database, ready for production. */
export async function startContender(
  name: ContenderName,
  { databaseUrl, poolSize, keys, environment }: Setting,
  keeps = false,
): Promise<Contender> {
  const started = performance.now();
  const child = spawn(process.execPath, [...SCRIPTS[name]], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      ...{ DATABASE_URL: databaseUrl, POOL_SIZE: String(poolSize), NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
      ...{ SEED: 'none', PORT: '0', LOG_LEVEL: 'fatal', NODE_NO_WARNINGS: '1' },
      // The others count no points.
      ...{ RATE_PER_KEY: '0', RATE_PER_ADDRESS: '0', MAX_LIVE_PER_KEY: '100000', ANSWERS_KEPT_MIB: keeps ? '16' : '0' },
      ...environment,
    },
  });
  const url = await addressOf(child);
  return {
    name,
    keeps,
    keyed: KEYED.includes(name),
    url,
    readyAfterMs: performance.now() - started,
    cpuMs: () => cpuMs(child.pid!),
    rssMiB: () => rssMiB(child.pid!),
    headers: ({ role }) => ({
      'content-type': 'application/json',
      ...(KEYED.includes(name) && { authorization: `Bearer ${keys[role]}` }),
    }),
    body: (operation, request) => JSON.stringify(bodyOf(operation, name, request)),
    tell: word => {
      const answer = new Promise(resolve => child.once('message', resolve));
      child.send(word);
      return answer;
    },
    stop: () => stopped(child),
  };
}

/** The address that it prints when it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/\S+\/graphql/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', code => reject(new Error(`a contender ended with ${code} before it was ready: ${printed}`)));
  });
}

function stopped(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** Linux counts processor time in hundredths of a second. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICK_MS = 10;

/** What a process has used itself, or what those of its children have that have ended. */
export function cpuMs(pid: number, of: 'ITSELF' | 'ENDED_CHILDREN' = 'ITSELF'): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const at = of === 'ITSELF' ? 11 : 13;
  return (Number(fields[at]) + Number(fields[at + 1])) * TICK_MS;
}

function rssMiB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
