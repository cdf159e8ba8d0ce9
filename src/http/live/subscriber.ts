import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Group } from './group.js';
import type { Seat } from './seat.js';

interface SubscriberOptions {
  readonly group: Group;
  /** When its right to listen ends, or null for as long as its key works. */
  readonly until: Date | null;
  /** What it is told of a failure. */
  readonly tell: (error: unknown) => GraphQLError;
  readonly leftGroup: () => void;
}

/** One subscriber of a group: first what it missed, read for itself, then what the group is told. */
export class Subscriber {
  private seat: Seat;
  private gone = false;

  constructor(
    private readonly options: SubscriberOptions,
    /** The last sequence that the subscriber knows of. */
    private reached: number,
  ) {
    this.seat = options.group.join(options.until);
  }

  /** The answers, each once and in order. Returning from it ends it at once, also while it waits. */
  answers(): AsyncGenerator<ExecutionResult, void, void> {
    const stream = this.stream();
    const end = stream.return.bind(stream);
    stream.return = value => {
      this.leave();
      return end(value);
    };
    return stream;
  }

  private async *stream(): AsyncGenerator<ExecutionResult, void, void> {
    try {
      while (!this.gone) {
        yield* this.missed();
        yield* this.live();
        if (!this.gone) this.takeAnotherSeat();
      }
    } catch (error) {
      throw error instanceof GraphQLError ? error : this.options.tell(error);
    } finally {
      this.leave();
    }
  }

  /** What happened after the last known sequence, up to where the group begins to tell. */
  private async *missed(): AsyncGenerator<ExecutionResult, void, void> {
    const { from } = this.seat;
    for await (const { sequence, result } of this.options.group.between(this.reached, from)) {
      this.seat.refuseEnded();
      if (this.gone) return;
      yield result;
      this.reached = sequence;
    }
    this.reached = Math.max(this.reached, from);
  }

  private async *live(): AsyncGenerator<ExecutionResult, void, void> {
    for (let told = await this.seat.next(); told; told = await this.seat.next()) {
      if (told.sequence <= this.reached) continue;
      yield told.result;
      this.reached = told.sequence;
    }
  }

  /** Too much waited in the old one; what was not told there is read instead. */
  private takeAnotherSeat(): void {
    const { group, until } = this.options;
    group.leave(this.seat);
    this.seat = group.join(until);
  }

  private leave(): void {
    if (this.gone) return;
    this.gone = true;
    this.seat.close();
    this.options.group.leave(this.seat);
    this.options.leftGroup();
  }
}
