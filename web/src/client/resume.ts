import type { Client as Socket } from 'graphql-ws';
import { noteNoSocket, noteRefused } from './connection';
import type { Log } from './log';
import { ended } from './session';

/** Milliseconds before the next try. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const AFTER_REFUSAL = 60_000;

/** What all subscriptions of one asker share. */
export interface Line {
  socket: Socket;
  log: Log;
  turnedAway: () => void;
}

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

/** Where in the log an answer stands, after which to pick up. */
function sequenceIn(answer: object): number | undefined {
  return (answer as { extensions?: { sequence?: number } }).extensions?.sequence;
}

/** Whether the sign-in that it was let in by has ended. */
function isTurnedAway(error: { extensions?: { code?: unknown } }): boolean {
  return error.extensions?.code === 'UNAUTHENTICATED';
}

/** Keeps one subscription going from the page's first answer on, through lost connections, without missing a change. */
export class Resumed {
  private last = 0;
  private ended = false;
  private wait = FIRST_WAIT;
  private timer: number | undefined;
  private stop = () => {};
  private unfollow = () => {};

  constructor(
    private readonly line: Line,
    private readonly wanted: Wanted,
    private readonly sink: Sink,
  ) {
    void line.log.begun.then(() => {
      if (this.ended) return;
      this.last = line.log.told;
      window.addEventListener('online', this.begin);
      this.unfollow = ended.follow(() => ended.read() || this.begin());
      this.begin();
    });
  }

  readonly unsubscribe = (): void => {
    this.ended = true;
    window.removeEventListener('online', this.begin);
    this.unfollow();
    window.clearTimeout(this.timer);
    this.stop();
  };

  private readonly begin = (): void => {
    window.clearTimeout(this.timer);
    this.stop();
    const { query = '', variables } = this.wanted;
    let current = true;
    const again = (reason?: unknown) => current && ((current = false), this.failed(reason));
    const end = this.line.socket.subscribe(
      { query, variables: { ...variables, sinceSequence: this.last } },
      { next: answer => current && this.heard(answer), error: again, complete: again },
    );
    this.stop = () => ((current = false), end());
  };

  private heard(answer: object): void {
    this.wait = FIRST_WAIT;
    this.last = sequenceIn(answer) ?? this.last;
    this.line.log.tell(this.last);
    this.sink.next(answer);
  }

  private failed(reason: unknown): void {
    // A list is the service refusing the subscription itself, which a quick repeat would not change.
    const refused = Array.isArray(reason);
    if (refused && reason.some(isTurnedAway)) this.line.turnedAway();
    if (refused) noteRefused();
    else noteNoSocket();
    this.timer = window.setTimeout(this.begin, refused ? AFTER_REFUSAL : this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
