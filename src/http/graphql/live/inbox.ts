import type { ExecutionResult, GraphQLError } from 'graphql';

/** One result of a subscription, and how far in the activity log it reaches. */
export interface SequencedResult {
  readonly sequence: number;
  readonly result: ExecutionResult;
}

/** By what a subscriber listens: until when, or null for as long as its key works; and while which session lasts. */
export interface Right {
  readonly until: Date | null;
  readonly sessionId: string | null;
}

/** Takes points from whoever pays for a subscriber; gives the milliseconds after which to ask again if they lacked. */
export type Pay = (points: number) => Promise<number>;

/** Answers that may wait for a slow subscriber; one that falls further behind catches up from the log instead. */
const ROOM = 256;

/** A subscriber's inbox in a group: the results that it has been given and has not taken yet. */
export class Inbox {
  private readonly waiting: SequencedResult[] = [];
  private wake: (() => void) | undefined;
  private closed = false;
  private failure: GraphQLError | undefined;
  private pauseMs = 0;

  constructor(
    /** The group puts everything after this sequence into the inbox. */
    readonly from: number,
    readonly right: Right,
    readonly pay: Pay,
  ) {}

  get isOpen(): boolean {
    return !this.closed;
  }

  /** Whether the points were there; without them nothing more is put in until they are. */
  async paid(points: number): Promise<boolean> {
    const pauseMs = points > 0 ? await this.pay(points) : 0;
    if (pauseMs > 0) this.close(pauseMs);
    return pauseMs === 0;
  }

  put(result: SequencedResult): void {
    if (this.closed) return;
    if (this.waiting.length >= ROOM) return this.close();
    this.waiting.push(result);
    this.wake?.();
  }

  /** Takes no more in; what waits may still be taken out. */
  close(pauseMs = 0): void {
    this.closed = true;
    this.pauseMs = pauseMs;
    this.wake?.();
  }

  /** Ends with an error; what waits cannot be taken any more. */
  end(error: GraphQLError): void {
    this.failure ??= error;
    this.close();
  }

  refuseEnded(): void {
    if (this.failure) throw this.failure;
  }

  /** What comes next, or null once the inbox is closed and nothing waits. */
  async next(): Promise<SequencedResult | null> {
    for (;;) {
      this.refuseEnded();
      const result = this.waiting.shift();
      if (result) return result;
      if (this.closed) return null;
      await this.woken();
    }
  }

  /** Once it is closed: waits until there may be points again, if they lacked, and says whether it had to. */
  async waitedForPoints(): Promise<boolean> {
    if (this.pauseMs === 0) return false;
    const timer = setTimeout(() => this.wake?.(), this.pauseMs);
    await this.woken();
    clearTimeout(timer);
    return true;
  }

  private woken(): Promise<void> {
    return new Promise(resolve => (this.wake = resolve));
  }
}
