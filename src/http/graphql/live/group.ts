import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Occurrence, ReadOccurrences } from '../../../reading/followed.js';
import { Inbox, type Pay, type Right, type SequencedResult } from './inbox.js';

/** The key that asks, or null, and the partner that it asks for: what is read looks here each time. */
export interface Following {
  readonly keyId: string | null;
  /** One that is merged into another is that from then on. */
  partnerId: string | null;
}

/** What the members of a group have in common: what they follow, and how an event is answered to them. */
export interface Subject {
  readonly read: ReadOccurrences;
  /** Answers a run of events, one after the other. */
  answer(values: readonly unknown[]): Promise<ExecutionResult[]>;
  /** As whom all of them ask. */
  readonly viewer: Following;
  /** Points that it costs to answer one event, and how many are answered at once. */
  readonly price: number;
  readonly run: number;
}

/** Events that are paid for and answered together. */
export interface Piece {
  readonly occurrences: readonly Occurrence[];
  readonly points: number;
}

/** Sequences looked at in one read, so that no answer of the database grows without bound. */
export const SPAN = 500;
/**
 * Points for looking at a whole span, as far as the subscriber knew the log when it came. What lies beyond, or is less, is
 * not counted: outsiders would learn that something hidden happened.
 */
const LOOK = 1;

/** Subscribers who ask the same with the same rights: each event is read, answered and paid for once by all of them. */
export class Group {
  private readonly inboxes = new Set<Inbox>();
  private target: number;
  private advancing: Promise<void> | null = null;

  constructor(
    readonly subject: Subject,
    /** Everything up to this sequence has been delivered. */
    private cursor: number,
  ) {
    this.target = cursor;
  }

  get size(): number {
    return this.inboxes.size;
  }

  /** The inboxes that are delivered to; the others' subscribers catch up, or wait for points. */
  get listening(): Inbox[] {
    return [...this.inboxes].filter(({ isOpen }) => isOpen);
  }

  join(right: Right, pay: Pay): Inbox {
    const inbox = new Inbox(this.cursor, right, pay);
    this.inboxes.add(inbox);
    return inbox;
  }

  leave(inbox: Inbox): void {
    this.inboxes.delete(inbox);
  }

  end(error: GraphQLError): void {
    for (const inbox of this.inboxes) inbox.end(error);
  }

  /** By what its subscribers listen. */
  get rights(): Right[] {
    return [...this.inboxes].map(({ right }) => right);
  }

  /** Ends the inboxes of those whose right is over. */
  endWhere(isOver: (right: Right) => boolean, error: GraphQLError): void {
    for (const inbox of this.inboxes) if (isOver(inbox.right)) inbox.end(error);
  }

  /** Delivers what has happened up to the head of the log; done when all is delivered that was to be by then. */
  advance(head: number): Promise<void> {
    this.target = Math.max(this.target, head);
    this.advancing ??= this.advanceToTarget().finally(() => (this.advancing = null));
    return this.advancing;
  }

  /** What happened after one sequence, up to another, in pieces; the first, without events, is the look itself. */
  async read(after: number, upTo: number, known = 0): Promise<[Piece, ...Piece[]]> {
    const { read, price, run } = this.subject;
    const occurrences = await read(after, upTo);
    const look: Piece = { occurrences: [], points: upTo - after < SPAN || upTo > known ? 0 : LOOK };
    const pieces = Array.from({ length: Math.ceil(occurrences.length / run) }, (_, index) => {
      const some = occurrences.slice(index * run, (index + 1) * run);
      return { occurrences: some, points: some.length * price };
    });
    return [look, ...pieces];
  }

  async answer({ occurrences }: Piece): Promise<SequencedResult[]> {
    const results = occurrences.length > 0 ? await this.subject.answer(occurrences.map(({ value }) => value)) : [];
    return results.map((result, index) => {
      const { sequence } = occurrences[index]!;
      return { sequence, result: { ...result, extensions: { sequence } } };
    });
  }

  private async advanceToTarget(): Promise<void> {
    while (this.cursor < this.target) {
      const upTo = Math.min(this.cursor + SPAN, this.target);
      for (const piece of this.listening.length > 0 ? await this.read(this.cursor, upTo) : [])
        await this.deliver(piece);
      this.cursor = upTo;
    }
  }

  /** Each pays its part beforehand; where nobody can, nothing is answered. */
  private async deliver(piece: Piece): Promise<void> {
    const payers = this.listening;
    await Promise.all(payers.map(inbox => inbox.paid(Math.ceil(piece.points / payers.length))));
    const results = this.listening.length > 0 ? await this.answer(piece) : [];
    // From here to the end nobody can join in between: an inbox gets all after its `from`, and nothing twice.
    this.cursor = piece.occurrences.at(-1)?.sequence ?? this.cursor;
    for (const result of results) for (const inbox of this.inboxes) inbox.put(result);
  }
}
