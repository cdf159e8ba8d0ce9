import { randomBytes } from 'node:crypto';
import { hashOf } from '../../access/keys/secret.js';
import type { Database } from '../../database/database.js';
import { Lifetime } from '../../shared/program/lifetime.js';
import { LINK_PATHS } from '../links.js';
import type { MailSettings } from '../mail-settings.js';
import { type Claimed, claimDue, type Follower, whileClaimed } from './claims.js';
import { envelopeOf, type Words } from './message.js';
import { Pruning } from './pruning.js';
import { MOST_UNANSWERED } from './retries.js';
import { type Outcome, sendBySmtp } from './smtp.js';
import type { Told } from './told.js';
import { answered, begin, release, settle } from './turn.js';

/** What mails say. */
export interface Writer {
  /** The question whether an address wants mails, with the link that says yes. */
  question(follower: Follower, link: string): Words;
  /** What there is to tell a follower now, and what it will have been told; no words where there is nothing. */
  news(follower: Follower): Promise<{ words: Words | null; told: Told }>;
}

interface PostmanOptions {
  readonly database: Database;
  readonly settings: MailSettings;
  readonly writer: Writer;
  /** Called with how each attempt ended. */
  readonly attempted: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
  /** Called with whose mails have ended because no server has taken one for so long. */
  readonly givenUp: (id: string) => void;
  /** How long attempts under way may go on once it shall stop. */
  readonly graceMs: number;
}

/** Mails that one copy of the service sends at the same time. */
const LANES = 4;

/** What a turn may take beside the sending itself before it counts as lost. */
const LEASE_MARGIN_MS = 60_000;

/** Sends mails to those who follow, to each one at a time, however many copies of the service take part. */
export class Postman {
  private readonly lanes = new Set<Promise<void>>();
  private readonly pruning: Pruning;
  private readonly stay = new Lifetime();
  private stopped: Promise<void> | null = null;

  constructor(private readonly options: PostmanOptions) {
    this.pruning = new Pruning(options.database);
  }

  /** Sends all that is due; done when nothing more is. */
  async work(): Promise<void> {
    this.openLane();
    await this.pruning.now().catch(this.options.failed);
    while (this.lanes.size > 0) await Promise.all(this.lanes);
  }

  /** Begins nothing more, and waits for a while for what is under way; what is left another copy sends. */
  stop(): Promise<void> {
    this.stopped ??= this.lanesEnded();
    return this.stopped;
  }

  private async lanesEnded(): Promise<void> {
    const timer = setTimeout(() => this.stay.end(), this.options.graceMs);
    await Promise.all(this.lanes);
    clearTimeout(timer);
  }

  private openLane(): void {
    if (this.stopped || this.lanes.size >= LANES) return;
    const lane = this.runLane()
      .catch(this.options.failed)
      .finally(() => this.lanes.delete(lane));
    this.lanes.add(lane);
  }

  /** Where there was something to do there may be more. What fails waits until its claim runs out. */
  private async runLane(): Promise<void> {
    const { database, settings } = this.options;
    while (!this.stopped) {
      const claimed = await claimDue(database, settings.timeoutMs * 2 + LEASE_MARGIN_MS);
      if (!claimed) return;
      this.openLane();
      await this.takeTurn(claimed);
    }
  }

  private async takeTurn(claimed: Claimed): Promise<void> {
    const { database, settings } = this.options;
    // Copies that were killed may have sent it twice; nobody knows, and a third time would be worse than none.
    if (claimed.unanswered >= MOST_UNANSWERED)
      return void (await whileClaimed(database, claimed, follower => settle(follower, { isSent: true })));
    const { words, told, confirmHash } = await this.written(claimed);
    if (!words) return void (await whileClaimed(database, claimed, each => settle(each, { isSent: false }, told)));
    const envelope = await envelopeOf(words, claimed, settings);
    if (!(await whileClaimed(database, claimed, each => begin(each, told, confirmHash)))) return;
    const outcome = await sendBySmtp(envelope, settings, this.stay);
    let hasEnded = false;
    await whileClaimed(database, claimed, follower => {
      const isGivenUp = outcome === 'UNANSWERED' && follower.unanswered >= MOST_UNANSWERED;
      if (isGivenUp) settle(follower, { isSent: true });
      else answered(follower, outcome);
      release(follower);
      hasEnded = Boolean(follower.endedAt) && outcome !== 'REFUSED';
    });
    this.options.attempted(outcome);
    if (hasEnded) this.options.givenUp(claimed.id);
  }

  private async written(follower: Claimed): Promise<{ words: Words | null; told: Told; confirmHash: string | null }> {
    const { writer, settings } = this.options;
    if (follower.isConfirmed) return { ...(await writer.news(follower)), confirmHash: null };
    const token = randomBytes(32).toString('base64url');
    const words = writer.question(follower, `${settings.publicUrl}${LINK_PATHS.confirm}/${token}`);
    return { words, told: { sequence: follower.sequence, items: {} }, confirmHash: hashOf(token) };
  }
}
