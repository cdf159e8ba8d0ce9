import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Followed } from '../../reading/followed.js';
import { Seat, type Told } from './seat.js';

/** What the members of a group have in common: what they follow, and how an event is answered to them. */
export interface Subject {
  readonly followed: Followed;
  /** Answers a run of events, one after the other. */
  answer(values: readonly unknown[]): Promise<ExecutionResult[]>;
  /** The key that all of them ask with, or null. */
  readonly keyId: string | null;
}

/** Sequences looked at in one read, so that no answer of the database grows without bound. */
const SPAN = 500;

/** Subscribers who ask the same with the same rights: each event is read and answered once for all of them. */
export class Group {
  private readonly seats = new Set<Seat>();

  constructor(
    readonly subject: Subject,
    /** Everything up to this sequence has been told. */
    private cursor: number,
  ) {}

  get size(): number {
    return this.seats.size;
  }

  join(until: Date | null): Seat {
    const seat = new Seat(this.cursor, until);
    this.seats.add(seat);
    return seat;
  }

  leave(seat: Seat): void {
    this.seats.delete(seat);
  }

  end(error: GraphQLError): void {
    for (const seat of this.seats) seat.end(error);
  }

  /** Ends the seats whose time is over. */
  endExpired(now: Date, error: GraphQLError): void {
    for (const seat of this.seats) if (seat.until && seat.until <= now) seat.end(error);
  }

  /** Tells everybody what has happened up to the head of the log. */
  async advance(head: number): Promise<void> {
    while (this.cursor < head) {
      const upTo = Math.min(this.cursor + SPAN, head);
      const told = await this.read(this.cursor, upTo);
      // From here to the end nobody can join in between: a seat is told all after its `from`, and nothing twice.
      this.cursor = upTo;
      for (const each of told) for (const seat of this.seats) seat.tell(each);
    }
  }

  /** What happened after one sequence, up to another, in pieces. */
  async *between(after: number, upTo: number): AsyncGenerator<Told> {
    for (let from = after; from < upTo; from += SPAN) yield* await this.read(from, Math.min(from + SPAN, upTo));
  }

  private async read(after: number, upTo: number): Promise<Told[]> {
    const occurrences = await this.subject.followed.read(after, upTo);
    if (occurrences.length === 0) return [];
    const results = await this.subject.answer(occurrences.map(({ value }) => value));
    return results.map((result, index) => {
      const { sequence } = occurrences[index]!;
      return { sequence, result: { ...result, extensions: { sequence } } };
    });
  }
}
