import type { Client as Socket } from 'graphql-ws';
import { noteNoSocket, noteRefused } from './connection';

/** Milliseconds before the next try. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const AFTER_REFUSAL = 60_000;

/** A subscription as urql hands it over. */
export interface Wanted {
  query?: string | undefined;
  variables?: object | undefined;
}

/** Where a subscription's answers go. */
export interface Sink {
  next(answer: object): void;
  error(reason: unknown): void;
  complete(): void;
}

/** The sequence number of the activity in an answer, after which to pick up. */
function sequenceIn(answer: object): number | undefined {
  return (answer as { data?: { activity?: { sequence?: number } } | null }).data?.activity?.sequence;
}

/** Keeps one subscription going through lost connections, without missing or repeating a change. */
export class Resumed {
  private last: number | undefined;
  private wait = FIRST_WAIT;
  private timer: number | undefined;
  private stop = () => {};

  constructor(
    private readonly socket: Socket,
    private readonly wanted: Wanted,
    private readonly sink: Sink,
  ) {
    window.addEventListener('online', this.begin);
    this.begin();
  }

  readonly unsubscribe = (): void => {
    window.removeEventListener('online', this.begin);
    window.clearTimeout(this.timer);
    this.stop();
  };

  private readonly begin = (): void => {
    window.clearTimeout(this.timer);
    this.stop();
    const { query = '', variables } = this.wanted;
    const since = this.last === undefined ? {} : { sinceSequence: this.last };
    let current = true;
    const again = (reason?: unknown) => current && ((current = false), this.failed(reason));
    const end = this.socket.subscribe(
      { query, variables: { ...variables, ...since } },
      { next: answer => current && this.heard(answer), error: again, complete: again },
    );
    this.stop = () => ((current = false), end());
  };

  private heard(answer: object): void {
    this.wait = FIRST_WAIT;
    this.last = sequenceIn(answer) ?? this.last;
    this.sink.next(answer);
  }

  private failed(reason: unknown): void {
    // A list is the service refusing the subscription itself, which a quick repeat would not change.
    const refused = Array.isArray(reason);
    if (refused) noteRefused();
    else noteNoSocket();
    this.timer = window.setTimeout(this.begin, refused ? AFTER_REFUSAL : this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
