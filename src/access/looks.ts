import DataLoader from 'dataloader';
import { HEAD_SEQUENCE } from '../activity/head.js';
import { byClock, CLOCK } from '../database/clock.js';
import type { Database } from '../database/database.js';
import type { Credentials } from './credentials.js';
import { now } from '../shared/time/clock.js';
import { type KeyRow, keysAskedFor } from './keys/key-row.js';
import { type SessionRow, sessionsAskedFor } from './sessions/session-row.js';

/** What is looked for, by its hash. */
export interface Sought extends Pick<Credentials, 'follow'> {
  readonly key?: string;
  readonly session?: string;
}

/** The first look at the database for a request. */
export interface Look {
  /** The working key or session with the hash, or null if there is none or none was sought. */
  readonly key: KeyRow | null;
  readonly session: SessionRow | null;
  /** How far the activity log had come: what changes after it has a greater sequence. */
  readonly revision: number;
}

/** All that is sought in one statement, with the places of the hashes. */
interface Looked {
  readonly clock: number;
  readonly revision: number;
  readonly keys: readonly Placed<KeyRow>[] | null;
  readonly sessions?: readonly Placed<SessionRow>[] | null;
}

type Placed<R> = R & { readonly place: number };

const ALWAYS = `'clock', ${CLOCK}, 'revision', ${HEAD_SEQUENCE}, 'keys', (${keysAskedFor('$1', '$2')})`;
const LOOK = { name: 'look', text: `select json_build_object(${ALWAYS})::text` };
/** PostgreSQL plans it anew each time, which takes longer than all of the other: programs shall not pay for browsers. */
const LOOK_FOR_SESSIONS = {
  name: 'look for sessions',
  text: `select json_build_object(${ALWAYS}, 'sessions', (${sessionsAskedFor('$3', '$2')}))::text`,
};

/** Looks up who asks, all that are sought in one turn of the event loop by one statement. */
export class Looks {
  private readonly looks = new DataLoader<Sought, Look>(sought => this.lookAll(sought), {
    cache: false,
    batchScheduleFn: run => setImmediate(run),
  });

  constructor(private readonly database: Pick<Database, 'readText'>) {}

  /** Where nothing is sought it is only looked how far the log has come. */
  look(sought: Sought): Promise<Look> {
    return this.looks.load(sought);
  }

  private async lookAll(sought: readonly Sought[]): Promise<Look[]> {
    const keys = sought.map(({ key = '' }) => key);
    const sessions = sought.map(({ session = '' }) => session);
    const values = [keys, now().toISOString()];
    const statement = sessions.some(Boolean)
      ? { ...LOOK_FOR_SESSIONS, values: [...values, sessions] }
      : { ...LOOK, values };
    const follow: Sought['follow'] = send => sought.forEach(each => each.follow?.(send));
    const look = () => this.database.readText(statement, undefined, follow);
    const found = await byClock<Looked>(async () => JSON.parse((await look())!));
    const keyAt = byPlace(found.keys);
    const sessionAt = byPlace(found.sessions);
    return sought.map((_, index) => ({
      key: keyAt.get(index + 1) ?? null,
      session: sessionAt.get(index + 1) ?? null,
      revision: found.revision,
    }));
  }
}

function byPlace<R>(rows: readonly Placed<R>[] | null | undefined): ReadonlyMap<number, R> {
  return new Map(rows?.map(row => [row.place, row]));
}
