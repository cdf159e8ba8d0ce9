import { type ExecutionResult, GraphQLError } from 'graphql';
import { keyWorks } from '../../../access/keys/standing.js';
import { sessionLasts } from '../../../access/sessions/session.js';
import type { Feed } from '../../../activity/feed.js';
import type { Database } from '../../../database/database.js';
import { now } from '../../../shared/time/clock.js';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import { Turns } from '../../admission/turns.js';
import { Group, type Subject } from './group.js';
import type { Right } from './inbox.js';
import type { Purse } from './purse.js';
import { Subscriber } from './subscriber.js';

/** What a subscriber brings: what it follows, in which group, from where and for how long, and who pays. */
export interface Joining {
  /** Alike for all that may share one reading of events. */
  readonly alike: string;
  readonly subject: Subject;
  /** The last sequence it knows of. */
  readonly since: number;
  /** The newest that it may know of. */
  readonly known: number;
  readonly right: Right;
  readonly lifetime: Lifetime;
  readonly purse: Purse;
}

/** What to make of failures: whether they pass, so that it is tried again, and what they look like to subscribers. */
export interface Failures {
  readonly isPassing: (error: unknown) => boolean;
  /** Logs what is not the caller's own doing, and leaves out what callers may not see. */
  readonly masked: (error: unknown) => GraphQLError;
}

const WORKING = `select key.id, null as into from api_key key where key.id = any($1::text[]) and ${keyWorks('key', '$3')}
  union all select session.id, null from session where session.id = any($2::text[]) and ${sessionLasts('session', '$3')}
  union all select partner.id, partner.merged_into_id from partner where partner.id = any($4::text[]) and partner.merged_into_id is not null`;

/** The keys and sessions that work, and the partners that have been merged, with those that they are part of now. */
type Known = ReadonlyMap<string, string | null>;

function ended(): GraphQLError {
  return new GraphQLError('The key, token or sign-in of this subscription does not work any more.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

/** Looks into the log at the same time; the other connections to the database are for requests. */
const LOOKS_AT_ONCE = 4;

/** Delivers events to subscribers, group by group. What a key or session follows ends before the next event once that
 * does, and what a merged partner follows goes on as the other. */
export class Broadcast {
  private readonly groups = new Map<string, Group>();
  private readonly stopWatching: () => void;
  private readonly looks = new Turns(LOOKS_AT_ONCE);
  private readonly stopping = new AbortController();
  private readonly advancing = new Set<Promise<void>>();
  private subscriberCount = 0;

  constructor(
    private readonly feed: Feed,
    private readonly database: Pick<Database, 'query'>,
    private readonly failures: Failures,
  ) {
    this.stopWatching = feed.watch(head => this.advance(head));
  }

  get groupsOpen(): number {
    return this.groups.size;
  }

  get subscribersPresent(): number {
    return this.subscriberCount;
  }

  /** How many wait for points. */
  get subscribersWaiting(): number {
    let waiting = 0;
    for (const group of this.groups.values()) waiting += group.size - group.listening.length;
    return waiting;
  }

  /** Begins nothing more, and waits for what is being read. */
  async stop(): Promise<void> {
    this.stopWatching();
    this.stopping.abort();
    await Promise.all(this.advancing);
  }

  follow({
    alike,
    subject,
    since,
    known,
    right,
    lifetime,
    purse,
  }: Joining): AsyncGenerator<ExecutionResult, void, void> {
    const group = this.groups.get(alike) ?? this.groupOf(subject, purse);
    this.groups.set(alike, group);
    this.subscriberCount += 1;
    const options = { group, right, lifetime, known, pay: purse.pay, masked: this.failures.masked };
    const subscriber = new Subscriber(options, since);
    lifetime.hold(() => {
      this.subscriberCount -= 1;
      if (group.size === 0) this.groups.delete(alike);
    });
    return subscriber.answers();
  }

  /** It looks when it is its caller's turn: many subscriptions of one neither fill the database nor hold up others. */
  private groupOf(subject: Subject, { payer }: Purse): Group {
    const read: Subject['read'] = (after, upTo) =>
      this.looks.run(payer, () => subject.read(after, upTo), this.stopping.signal);
    return new Group({ ...subject, read }, this.feed.head);
  }

  /** No group waits for another: what one asks may take long. */
  private async advance(head: number): Promise<void> {
    await this.endWithRights();
    for (const group of this.groups.values()) {
      const done = this.advanceOne(group, head).finally(() => this.advancing.delete(done));
      this.advancing.add(done);
    }
  }

  private async advanceOne(group: Group, head: number): Promise<void> {
    try {
      await group.advance(head);
    } catch (error) {
      const masked = this.failures.masked(error);
      if (!this.failures.isPassing(error)) group.end(masked);
    }
  }

  private async endWithRights(): Promise<void> {
    const groups = [...this.groups.values()];
    const keyIds = idsIn(groups.map(({ subject }) => subject.viewer.keyId));
    const sessionIds = idsIn(groups.flatMap(({ rights }) => rights.map(({ sessionId }) => sessionId)));
    const partnerIds = idsIn(groups.map(({ subject }) => subject.viewer.partnerId));
    const known = await this.knownOf(keyIds, sessionIds, partnerIds);
    const isOver = ({ until, sessionId }: Right) =>
      (until !== null && until <= now()) || (sessionIds.has(sessionId!) && !known.has(sessionId!));
    for (const group of groups) {
      const { viewer } = group.subject;
      viewer.partnerId = known.get(viewer.partnerId!) ?? viewer.partnerId;
      if (keyIds.has(viewer.keyId!) && !known.has(viewer.keyId!)) group.end(ended());
      else group.endWhere(isOver, ended());
    }
  }

  private async knownOf(...ids: readonly [keys: Ids, sessions: Ids, partners: Ids]): Promise<Known> {
    const [keys, sessions, partners] = ids.map(those => [...those]);
    if (ids.every(({ size }) => size === 0)) return new Map();
    const values = [keys, sessions, now().toISOString(), partners];
    const rows = await this.database.query<{ id: string; into: string | null }>(WORKING, values);
    return new Map(rows.map(({ id, into }) => [id, into]));
  }
}

type Ids = ReadonlySet<string>;

function idsIn(ids: readonly (string | null)[]): Ids {
  return new Set(ids.filter(id => id !== null));
}
