/** Somebody's work that waits for its turn. */
interface Waiting {
  readonly begin: () => void;
}

/**
 * Lets so much work be done at a time, and the callers take turns: however much one asks for, another waits for no more
 * than the work under way and one piece of each who came before.
 */
export class Turns {
  private working = 0;
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(private readonly atOnce: number) {}

  async run<T>(caller: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.begin(caller, signal);
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.end();
    }
  }

  private async begin(caller: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.working < this.atOnce) return void (this.working += 1);
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.leave(caller, waiting);
        reject(signal.reason as Error);
      };
      const begin = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiting = { begin };
      signal.addEventListener('abort', giveUp, { once: true });
      const line = this.waiting.get(caller);
      if (line) line.push(waiting);
      else this.waiting.set(caller, [waiting]);
    });
  }

  /** Whoever has waited longest since its last turn is next, and stands last again if it has more. */
  private end(): void {
    const [next] = this.waiting;
    if (!next) return void (this.working -= 1);
    const [caller, line] = next;
    const first = line.shift();
    this.waiting.delete(caller);
    if (line.length > 0) this.waiting.set(caller, line);
    first?.begin();
  }

  private leave(caller: string, gone: Waiting): void {
    const others = (this.waiting.get(caller) ?? []).filter(each => each !== gone);
    if (others.length > 0) this.waiting.set(caller, others);
    else this.waiting.delete(caller);
  }
}
