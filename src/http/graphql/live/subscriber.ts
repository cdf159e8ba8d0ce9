import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Lifetime } from '../../../shared/lifetime.js';
import { type Group, type Piece, SPAN } from './group.js';
import type { Pay, Seat } from './seat.js';

type Answers = AsyncGenerator<ExecutionResult, void, void>;

interface SubscriberOptions {
  readonly group: Group;
  /** How long the subscriber stays; it ends with the answers, and they with it. */
  readonly stay: Lifetime;
  /** When its right to listen ends, or null for as long as its key works. */
  readonly until: Date | null;
  readonly pay: Pay;
  /** What it is told of a failure. */
  readonly tell: (error: unknown) => GraphQLError;
}

/** How often in a row it waits for points before it is told that it lacks them. */
const PATIENCE = 5;

/** One subscriber of a group: first what it missed, read for itself, then what the group is told. */
export class Subscriber {
  private seat: Seat;
  private waits = 0;
  private lastTold: number | null = null;
  /** Where it has paid for looking; after waiting for points it looks again, since its rights may have changed. */
  private lookedFrom: number | null = null;

  constructor(
    private readonly options: SubscriberOptions,
    /** The last sequence that the subscriber knows of. */
    private reached: number,
  ) {
    const { group, stay, until, pay } = options;
    this.seat = group.join(until, pay);
    stay.hold(() => {
      this.seat.close();
      group.leave(this.seat);
    });
  }

  /** The answers, each once and in order. Returning from it ends it at once, also while it waits. */
  answers(): Answers {
    const stream = this.stream();
    const end = stream.return.bind(stream);
    stream.return = value => {
      this.options.stay.end();
      return end(value);
    };
    return stream;
  }

  private async *stream(): Answers {
    try {
      while (!this.gone) {
        if (yield* this.missed()) yield* this.live();
        if (await this.seat.rested()) this.refuseImpatient();
        if (!this.gone) this.takeAnotherSeat();
      }
    } catch (error) {
      throw error instanceof GraphQLError ? error : this.options.tell(error);
    } finally {
      this.options.stay.end();
    }
  }

  private get gone(): boolean {
    return this.options.stay.over;
  }

  /** What happened after the last known sequence, up to where the group begins to tell; whether it could pay for all. */
  private async *missed(): AsyncGenerator<ExecutionResult, boolean, void> {
    const { group } = this.options;
    const { from } = this.seat;
    while (this.reached < from) {
      const upTo = Math.min(this.reached + SPAN, from);
      const [look, ...pieces] = await group.read(this.reached, upTo);
      if (this.lookedFrom !== this.reached && !(await this.paid(look))) return false;
      this.lookedFrom = this.reached;
      for (const piece of pieces) {
        if (!(await this.paid(piece))) return false;
        for (const { sequence, result } of await group.answer(piece)) {
          this.seat.refuseEnded();
          if (this.gone) return false;
          yield result;
          this.has(sequence);
        }
      }
      this.reached = upTo;
    }
    return true;
  }

  private async paid({ points }: Piece): Promise<boolean> {
    const paid = !this.gone && (await this.seat.paid(points));
    if (paid) this.waits = 0;
    return paid;
  }

  private async *live(): Answers {
    for (let told = await this.seat.next(); told; told = await this.seat.next()) {
      if (told.sequence <= this.reached) continue;
      yield told.result;
      this.has(told.sequence);
    }
  }

  private has(sequence: number): void {
    this.reached = this.lastTold = sequence;
    this.waits = 0;
  }

  private refuseImpatient(): void {
    this.waits += 1;
    if (this.waits <= PATIENCE) return;
    // How far it has looked beyond that is not told: it would tell outsiders of what they may not see.
    const from = this.lastTold === null ? 'where you began' : `sinceSequence: ${this.lastTold}`;
    throw new GraphQLError(
      `The points were used up by others ${PATIENCE} minutes in a row. Subscribe again from ${from}, and nothing is missed.`,
      { extensions: { code: 'RATE_LIMITED', sequence: this.lastTold } },
    );
  }

  /** Too much waited in the old one, or it could not be paid for; what was not told there is read instead. */
  private takeAnotherSeat(): void {
    const { group, until, pay } = this.options;
    this.seat.refuseEnded();
    group.leave(this.seat);
    this.seat = group.join(until, pay);
  }
}
