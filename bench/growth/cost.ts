import { existsSync, readFileSync } from 'node:fs';
import { type Contender, cpuMs } from '../contender.js';
import type { Operation } from '../operation.js';
import type { Session } from '../world.js';

/** What one request costs: milliseconds of processor time of the service and of the database, and to the answer. */
export interface Cost {
  readonly service: number;
  /** Null where the database's processes cannot be seen from here. */
  readonly database: number | null;
  readonly p50: number;
}

/** So many are asked at least, and no more once the time is over. */
export interface Effort {
  readonly least: number;
  readonly milliseconds: number;
}

/** Asks one after the other, on one connection. */
export async function costOf(
  service: Contender,
  operation: Operation,
  session: Session,
  { least, milliseconds }: Effort,
): Promise<Cost> {
  const deck = await operation.deck(session);
  await deck.restore?.();
  const end = Math.min(deck.restore ? deck.size : Infinity, 100_000);
  let place = 0;
  const ask = async () => {
    const body = service.body(operation, deck.deal(place++));
    const began = performance.now();
    const response = await fetch(service.url, { method: 'POST', headers: service.headers(operation), body });
    const text = await response.text();
    if (!response.ok || text.includes('"errors":[{')) throw new Error(`${operation.name}: ${text.slice(0, 300)}`);
    return performance.now() - began;
  };
  // Plans are made and code is compiled before it counts.
  const warmUntil = performance.now() + milliseconds;
  while (place < Math.min(5 * least, end / 3) && (place < least / 2 || performance.now() < warmUntil)) await ask();
  const isAlone = await hasServerAlone(session);
  const before = [service.cpuMs(), await databaseTimes(session, isAlone)] as const;
  const until = performance.now() + milliseconds;
  const times: number[] = [];
  while (place < end && (times.length < least || performance.now() < until)) times.push(await ask());
  const after = [service.cpuMs(), await databaseTimes(session, isAlone)] as const;
  await deck.restore?.();
  times.sort((one, other) => one - other);
  const database = used(before[1], after[1]);
  return {
    service: (after[0] - before[0]) / times.length,
    database: database === null ? null : database / times.length,
    p50: times[Math.floor(times.length / 2)]!,
  };
}

/** Whether nobody else is connected to the server, whose processes could end meanwhile. */
async function hasServerAlone(session: Session): Promise<boolean> {
  const { rows } = await session.query(
    `select count(*)::int as others from pg_stat_activity where datname <> current_database()`,
  );
  return rows[0]!.others === 0;
}

/** Processor time of each process of the database that was there at a moment; null where they cannot be seen from here. */
type Times = ReadonlyMap<number, number> | null;

/**
 * Of the processes that answer in this database and, where nobody else uses the server, of those that helped them and
 * have ended, which their parent counts.
 */
async function databaseTimes(session: Session, isAlone: boolean): Promise<Times> {
  const { rows } = await session.query(
    'select pid, pid = pg_backend_pid() as own from pg_stat_activity where datname = current_database()',
  );
  const times = new Map<number, number>();
  for (const { pid, own } of rows as { pid: number; own: boolean }[]) {
    if (!existsSync(`/proc/${pid}/stat`)) return null;
    if (!own) times.set(pid, cpuMs(pid));
    else if (isAlone) times.set(0, cpuMs(parentOf(pid), 'ENDED_CHILDREN'));
  }
  return times;
}

function parentOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
}

/** What was used between two moments, but by a process that has ended meanwhile. */
function used(before: Times, after: Times): number | null {
  if (!before || !after) return null;
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}
