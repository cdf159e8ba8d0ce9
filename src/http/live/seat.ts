import type { ExecutionResult, GraphQLError } from 'graphql';

/** One answer of a subscription, and how far in the activity log it reaches. */
export interface Told {
  readonly sequence: number;
  readonly result: ExecutionResult;
}

/** Answers that may wait for a slow subscriber; one that falls further behind catches up from the log instead. */
const ROOM = 256;

/** A subscriber's place in a group: what it has been told and has not taken yet. */
export class Seat {
  private readonly waiting: Told[] = [];
  private wake: (() => void) | undefined;
  private closed = false;
  private failure: GraphQLError | undefined;

  constructor(
    /** The group tells everything after this sequence. */
    readonly from: number,
    /** When the right to listen ends, or null for as long as the key works. */
    readonly until: Date | null,
  ) {}

  tell(told: Told): void {
    if (this.closed) return;
    if (this.waiting.length >= ROOM) return this.close();
    this.waiting.push(told);
    this.wake?.();
  }

  /** Tells no more; what waits may still be taken. */
  close(): void {
    this.closed = true;
    this.wake?.();
  }

  /** Ends with an error; what waits is not told any more. */
  end(error: GraphQLError): void {
    this.failure ??= error;
    this.close();
  }

  refuseEnded(): void {
    if (this.failure) throw this.failure;
  }

  /** What comes next, or null once the seat is closed and nothing waits. */
  async next(): Promise<Told | null> {
    for (;;) {
      this.refuseEnded();
      const told = this.waiting.shift();
      if (told) return told;
      if (this.closed) return null;
      await new Promise<void>(resolve => (this.wake = resolve));
    }
  }
}
