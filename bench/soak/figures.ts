import { readFileSync } from 'node:fs';
import type { Session } from '../world.js';

/** What the service holds at one moment; memory in MiB. */
export interface Figures {
  readonly service: number;
  /** The private memory of PostgreSQL's processes for the service, or null where they are not on this machine. */
  readonly postgres: number | null;
  readonly places: number;
  readonly subscriptions: number;
  readonly connections: number;
  readonly files: number;
}

const METRICS = {
  places: 'live_connections',
  subscriptions: 'live_subscribers',
  connections: 'http_connections',
  files: 'process_open_fds',
} as const;

interface Source {
  readonly origin: string;
  readonly rssMiB: () => number;
  /** A session of the database that the service works on; null for an embedded one. */
  readonly session: Session | null;
}

export async function figuresOf({ origin, rssMiB, session }: Source): Promise<Figures> {
  const response = await fetch(`${origin}/metrics`, { headers: { connection: 'close' } });
  const lines = (await response.text()).split('\n');
  const count = (name: string) => Number(lines.find(line => line.startsWith(`${name} `))?.slice(name.length) ?? NaN);
  const { places, subscriptions, connections, files } = METRICS;
  return {
    service: rssMiB(),
    postgres: session && (await postgresMiB(session)),
    places: count(places),
    subscriptions: count(subscriptions),
    // The one that asks is none of those that are looked for.
    connections: count(connections) - 1,
    files: count(files),
  };
}

const BACKENDS = `select pid from pg_stat_activity where datname = current_database() and application_name like 'kickstart-s3%'`;

async function postgresMiB(session: Session): Promise<number | null> {
  const { rows } = await session.query(BACKENDS);
  const sizes = rows.map(({ pid }) => privateMiB(pid as number));
  return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + size!, 0);
}

/** Without the buffers that all of them share. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function privateMiB(pid: number): number | null {
  try {
    return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
  } catch {
    return null;
  }
}
