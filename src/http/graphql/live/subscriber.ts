import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import { type Group, type Piece, SPAN } from './group.js';
import type { Inbox, Pay, Right } from './inbox.js';

type Answers = AsyncGenerator<ExecutionResult, void, void>;

interface SubscriberOptions {
  readonly group: Group;
  /** How long the subscriber stays; it ends with the answers, and they with it. */
  readonly lifetime: Lifetime;
  readonly right: Right;
  readonly pay: Pay;
  /** The newest sequence that it may know of as it comes. */
  readonly known: number;
  /** What a failure looks like to the subscriber. */
  readonly masked: (error: unknown) => GraphQLError;
}

/** How often in a row it waits for points before it is refused for lack of them. */
const PATIENCE = 5;

/** One subscriber of a group: first what it missed, read for itself, then what the group delivers. */
export class Subscriber {
  private inbox: Inbox;
  private waits = 0;
  private lastDelivered: number | null = null;
  /** Where it has paid for looking; after waiting for points it looks again, since its rights may have changed. */
  private lookedFrom: number | null = null;

  constructor(
    private readonly options: SubscriberOptions,
    /** The last sequence that the subscriber knows of. */
    private reached: number,
  ) {
    const { group, lifetime, right, pay } = options;
    this.inbox = group.join(right, pay);
    lifetime.hold(() => {
      this.inbox.close();
      group.leave(this.inbox);
    });
  }

  /** The answers, each once and in order. Returning from it ends it at once, also while it waits. */
  answers(): Answers {
    const stream = this.stream();
    const end = stream.return.bind(stream);
    stream.return = value => {
      this.options.lifetime.end();
      return end(value);
    };
    return stream;
  }

  private async *stream(): Answers {
    try {
      while (!this.gone) {
        if (yield* this.missed()) yield* this.live();
        if (await this.inbox.waitedForPoints()) this.refuseImpatient();
        if (!this.gone) this.openAnotherInbox();
      }
    } catch (error) {
      throw error instanceof GraphQLError ? error : this.options.masked(error);
    } finally {
      this.options.lifetime.end();
    }
  }

  private get gone(): boolean {
    return this.options.lifetime.over;
  }

  /** What happened after the last known sequence, up to where the group begins to deliver; whether it could pay for all. */
  private async *missed(): AsyncGenerator<ExecutionResult, boolean, void> {
    const { group, known } = this.options;
    const { from } = this.inbox;
    while (this.reached < from) {
      const upTo = Math.min(this.reached + SPAN, from);
      const [look, ...pieces] = await group.read(this.reached, upTo, known);
      if (this.lookedFrom !== this.reached && !(await this.paid(look))) return false;
      this.lookedFrom = this.reached;
      for (const piece of pieces) {
        if (!(await this.paid(piece))) return false;
        for (const { sequence, result } of await group.answer(piece)) {
          this.inbox.refuseEnded();
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
    const paid = !this.gone && (await this.inbox.paid(points));
    if (paid) this.waits = 0;
    return paid;
  }

  private async *live(): Answers {
    for (let next = await this.inbox.next(); next; next = await this.inbox.next()) {
      if (next.sequence <= this.reached) continue;
      yield next.result;
      this.has(next.sequence);
    }
  }

  private has(sequence: number): void {
    this.reached = this.lastDelivered = sequence;
    this.waits = 0;
  }

  private refuseImpatient(): void {
    this.waits += 1;
    if (this.waits <= PATIENCE) return;
    // How far it has looked beyond that it does not say: outsiders would learn of what they may not see.
    const from = this.lastDelivered === null ? 'where you began' : `sinceSequence: ${this.lastDelivered}`;
    throw new GraphQLError(
      `The points were used up by others ${PATIENCE} minutes in a row. Subscribe again from ${from}, and nothing is missed.`,
      { extensions: { code: 'RATE_LIMITED', sequence: this.lastDelivered } },
    );
  }

  /** Too much waited in the old inbox, or it could not be paid for; what was not delivered there is read instead. */
  private openAnotherInbox(): void {
    const { group, right, pay } = this.options;
    this.inbox.refuseEnded();
    group.leave(this.inbox);
    this.inbox = group.join(right, pay);
  }
}
