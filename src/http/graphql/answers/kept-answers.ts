import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../../shared/viewer.js';
import type { Database } from '../../../database/database.js';
import { now } from '../../../shared/time/clock.js';
import type { Locale } from '../../../shared/text/localized-text.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';

/** What makes two questions the same. */
export interface Question {
  readonly weighed: Pick<WeighedOperation, 'text' | 'operationName' | 'variables'>;
  readonly viewer: Viewer;
  readonly locale: Locale;
}

/** An answer, and how long it holds: while the activity log stands where it stood, and until the clock turns it. */
interface Kept {
  readonly text: string;
  readonly revision: number;
  readonly until: number;
}

const MIB = 1024 * 1024;
/** What an entry takes beside its text. */
const OVERHEAD = 500;
/** Questions that are remembered as seen, so that answers to those that come once take no room. */
const REMEMBERED = 10_000;

/** Keeps answers to questions that come again, in memory and for this copy of the service. */
export class KeptAnswers {
  private readonly kept: LRUCache<string, Kept>;
  private readonly seen = new LRUCache<string, true>({ max: REMEMBERED });
  private turn: { revision: number; minute: number; at: Promise<number> } | null = null;

  constructor(
    private readonly database: Pick<Database, 'query'>,
    mebibytes: number,
  ) {
    this.kept = new LRUCache({ maxSize: mebibytes * MIB, sizeCalculation: ({ text }) => text.length + OVERHEAD });
  }

  keyOf({ weighed: { text, operationName, variables }, viewer, locale }: Question): string {
    // What a session says of itself is never kept, so what the others of its key are told will do.
    const asked = [text, operationName, variables, { ...viewer, sessionId: null }, locale];
    return hash('sha256', JSON.stringify(asked), 'base64url');
  }

  find(key: string, revision: number): string | null {
    const known = this.kept.get(key);
    return known?.revision === revision && now().getTime() < known.until ? known.text : null;
  }

  /** Whether the question has come before. */
  isRepeated(key: string): boolean {
    if (this.seen.has(key)) return true;
    this.seen.set(key, true);
    return false;
  }

  /** Keeps an answer that was made when the log stood at `revision`, and not before the moment `since`. */
  async keep(key: string, text: string, { revision, since, clock }: Made): Promise<void> {
    const until = clock ? await this.turnAfter(since, revision) : Infinity;
    this.kept.set(key, { text, revision, until });
  }

  /** The next moment at which something derived from the clock may turn. */
  private turnAfter(since: Date, revision: number): Promise<number> {
    const minute = Math.floor(since.getTime() / MINUTE);
    if (this.turn?.revision !== revision || this.turn.minute !== minute) {
      const at = this.readTurn(since, new Date((minute + 1) * MINUTE));
      this.turn = { revision, minute, at };
      // Whoever waits for it gets the error; the next one reads it anew.
      at.catch(() => (this.turn = null));
    }
    return this.turn.at;
  }

  private async readTurn(since: Date, endOfMinute: Date): Promise<number> {
    const [row] = await this.database.query<{ at: number | null }>(NEXT_TURN, [since, endOfMinute]);
    return Math.min(row?.at ?? Infinity, endOfMinute.getTime());
  }
}

export interface Made {
  readonly revision: number;
  readonly since: Date;
  /** Whether the answer looked at the clock. */
  readonly clock: boolean;
}

const MINUTE = 60_000;

/**
 * The first moment from $1 to $2 at which a call opens or closes or a deadline passes, in milliseconds; just after it
 * when it is $1 itself. Ages in days turn at any moment: answers with them hold until the minute is over.
 */
const NEXT_TURN = `select (extract(epoch from min(case when turn.at > $1 then turn.at else turn.at + interval '1 ms' end)) * 1000)::float8 as at
  from (select unnest(array[opens_at, closes_at] || deadlines) from funding_call union all select deadline from application) turn(at)
  where turn.at >= $1 and turn.at < $2`;
