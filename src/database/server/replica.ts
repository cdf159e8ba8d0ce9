import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Statement } from '../statement.js';
import { send } from './prepared.js';
import { carried } from './through-pool.js';
import { SESSION } from '../session.js';
import { type Meaning, meaningOf } from '../sqlstate.js';
import { traced } from '../statement-channel.js';

/** How it is: away is one that fails or is too slow, behind one that lacks what has been asked for. */
export type ReplicaState = 'SERVING' | 'BEHIND' | 'AWAY';

interface Events {
  /** A read that it might have answered was answered, or left to the primary. */
  read: [by: 'replica' | 'primary'];
  away: [error: unknown];
  back: [];
}

/** A read that takes longer is left to the primary. */
const PATIENCE_MS = 2_000;
/** A replica that doesn't say how far it has come within this time is away, and is asked again after the other. */
const LOOK_MS = 500;
const REST_MS = 5_000;

const HEAD = 'select sequence from activity_head';

/** Values and sizes that no server takes, statements that replay cancels and those that take too long: the replica is well. */
const WELL: ReadonlySet<Meaning | null> = new Set(['value', 'excess', 'collision', 'stopped']);

/**
 * A streaming replica, which answers reads that it has come far enough for. Every answer tells from its own snapshot how
 * far that is, so none is older than what was wanted, whatever is believed of the replica and whichever it is.
 */
export class Replica extends EventEmitter<Events> {
  private readonly pool: pg.Pool;
  private seen = 0;
  private wanted = 0;
  /** Whether it is away, and until when it is left alone. */
  private restsUntil: number | null = null;
  private looking: Promise<void> | null = null;

  private readonly prepares: boolean;

  constructor(url: string, poolSize: number, { pooled, prepares }: { pooled: boolean; prepares: boolean }) {
    super();
    this.prepares = prepares;
    this.pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'kickstart-s3 reads',
      ...carried({ ...SESSION, statement_timeout: String(PATIENCE_MS) }, pooled),
      connectionTimeoutMillis: LOOK_MS,
      // The replica itself may say first that it takes too long.
      query_timeout: PATIENCE_MS + LOOK_MS,
    });
    this.pool.on('error', error => this.failed(error));
  }

  get state(): ReplicaState {
    if (this.restsUntil !== null) return 'AWAY';
    return this.behind > 0 ? 'BEHIND' : 'SERVING';
  }

  /** How many activities it lacks of what has been asked for, as far as is known. */
  get behind(): number {
    return Math.max(0, this.wanted - this.seen);
  }

  /** The answer to a read that must know of all activity up to `revision`; null if the primary must give it. */
  async read(statement: Statement, revision: number): Promise<{ text: string | null } | null> {
    this.wanted = Math.max(this.wanted, revision);
    const answer = (await this.isFarEnough(revision)) ? await this.answer(statement, revision) : null;
    this.emit('read', answer ? 'replica' : 'primary');
    return answer;
  }

  /** Learns how far it has come; whoever wants to know meanwhile waits for the same look. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  /** Without waiting for one that hangs. */
  close(): void {
    void this.pool.end();
  }

  private async isFarEnough(revision: number): Promise<boolean> {
    if (this.restsUntil === null) {
      if (this.seen < revision) await this.look();
    } else if (performance.now() > this.restsUntil) void this.look();
    return this.restsUntil === null && this.seen >= revision;
  }

  private async answer({ text, values, name }: Statement, revision: number): Promise<{ text: string | null } | null> {
    const query = {
      text: `${text}, (${HEAD})`,
      values,
      ...(name && this.prepares && { name }),
      rowMode: 'array' as const,
    };
    try {
      const { rows } = await traced(query.text, () => send<[string | null, number]>(this.pool, query));
      const [answer, sequence] = rows[0]!;
      this.seen = sequence;
      return sequence >= revision ? { text: answer } : null;
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  private async lookOnce(): Promise<void> {
    try {
      const query = { text: HEAD, query_timeout: LOOK_MS };
      const { rows } = await traced(HEAD, () => this.pool.query<{ sequence: number }>(query));
      this.seen = rows[0]!.sequence;
      if (this.restsUntil !== null) this.emit('back');
      this.restsUntil = null;
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (WELL.has(meaningOf(error))) return;
    if (this.restsUntil === null) this.emit('away', error);
    this.restsUntil = performance.now() + REST_MS;
  }
}
