import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of the service as a process of its own, as it was built. */
export interface Run {
  readonly pid: number;
  /** What it has written so far. */
  readonly out: () => string;
  readonly errors: () => string;
  /** How it ended. */
  readonly exit: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Writes to its standard input, and ends that. */
  feed(text: string): void;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test has left running. */
export function killTheRest(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Settings of the surroundings that a test must not inherit. */
const CLEAN = { NODE_OPTIONS: undefined, NODE_ENV: undefined, DATABASE_URL: undefined, LOG_LEVEL: 'silent' };

/** Runs a program with nothing set but what is given, as a user does from a shell. */
export function runProgram(program: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}): Run {
  const file = fileURLToPath(new URL(`../../../dist/bin/${program}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...CLEAN, ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  const [out, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', chunk => out.push(String(chunk)));
  child.stderr.on('data', chunk => errors.push(String(chunk)));
  return {
    pid: child.pid!,
    out: () => out.join(''),
    errors: () => errors.join(''),
    exit: new Promise(resolve => child.once('close', resolve)),
    signal: name => void child.kill(name),
    feed: text => child.stdin.end(text),
  };
}

export interface RunningService extends Run {
  readonly url: string;
  /** From the start of the process until it listens. */
  readonly readyMs: number;
}

/** Starts the service and waits until it says where it listens. */
export async function startProcess(settings: NodeJS.ProcessEnv): Promise<RunningService> {
  const began = performance.now();
  const run = runProgram('main.js', [], { PORT: '0', ...settings });
  let ended = false;
  void run.exit.then(() => (ended = true));
  for (;;) {
    const url = /API\s+(http\S+)\/graphql/.exec(run.out())?.[1];
    if (url) return { ...run, url, readyMs: performance.now() - began };
    if (ended) throw new Error(`the service ended: ${run.errors()}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
