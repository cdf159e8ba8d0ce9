import type { Opt } from '@mikro-orm/core';
import { Property } from '@mikro-orm/decorators/legacy';
import type { Told } from './told.js';

/** What is noted of somebody whom mails go to: what has been told, what is under way, and when to look again. */
export abstract class Mailed {
  /** How far of the activity log has been told. */
  @Property({ type: 'integer' })
  sequence!: number;

  /** Digests of the items of the agenda that have been told, by digests of their keys. */
  @Property({ type: 'json' })
  told!: Told['items'];

  /** What will have been told once the mail under way has gone. */
  @Property({ type: 'json', nullable: true })
  sending?: Told | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  nextAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  lookAt?: Date | null;

  /** Mails that have been made: each has a name of its own, however often it is tried. */
  @Property({ type: 'integer' })
  mails: number & Opt = 0;

  /** Attempts at the mail under way that failed for the time being. */
  @Property({ type: 'integer' })
  attempts: number & Opt = 0;

  /** Attempts at it of which nobody knows how they ended. */
  @Property({ type: 'integer' })
  unanswered: number & Opt = 0;

  /** Mails in a row that the address has refused. */
  @Property({ type: 'integer' })
  refusals: number & Opt = 0;

  /** Names the turn that is sending now; who has lost it writes nothing. */
  @Property({ type: 'text', nullable: true, hidden: true })
  claim?: string | null;

  @Property({ type: 'datetime', length: 3, nullable: true, hidden: true })
  claimedUntil?: Date | null;
}
