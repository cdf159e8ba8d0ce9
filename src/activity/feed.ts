import { byClock, CLOCK } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { HEAD_SEQUENCE } from './head.js';

/** How often the log is looked at although nothing was told: a lost connection must not cost an event, only time. */
const LOOK_MS = 5_000;

const HEAD = `select ${HEAD_SEQUENCE} as sequence, ${CLOCK} as clock`;

/** Called with where the log stands now; the promise is done when all that depends on it is. */
export type Watcher = (head: number) => Promise<void> | void;

/** What one copy of the service knows of the activity log: how far it has come, and who wants to be told. */
export class Feed {
  private known = 0;
  private readonly watchers = new Set<Watcher>();
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Pick<Database, 'query' | 'listen'>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The newest sequence that this copy knows of. */
  get head(): number {
    return this.known;
  }

  async start(): Promise<void> {
    this.known = await this.readHead();
    this.stopListening = await this.database.listen('activity', () => void this.look());
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.stopListening?.();
    await this.looking;
  }

  /** Calls whenever the log has moved on, and every few seconds; the function returned ends that. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  /** Reads where the log stands now, past what was told. */
  async readHead(): Promise<number> {
    const row = await byClock(async () => (await this.database.query<{ sequence: number; clock: number }>(HEAD))[0]);
    return row?.sequence ?? 0;
  }

  /** However often it is called while it looks, it looks once more afterwards. */
  private async look(): Promise<void> {
    this.lookAgain = true;
    this.looking ??= this.lookUntilStill();
    await this.looking;
  }

  private async lookUntilStill(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      try {
        this.known = Math.max(this.known, await this.readHead());
        await Promise.all([...this.watchers].map(async watcher => watcher(this.known)));
      } catch (error) {
        this.failed(error);
      }
    }
    this.looking = null;
  }
}
