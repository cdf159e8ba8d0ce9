import type { Agent } from 'node:http';
import { readHead } from '../../activity/head.js';
import type { Database } from '../../database/database.js';
import { newId } from '../../shared/ids.js';
import { now } from '../../shared/time/clock.js';
import { Lifetime } from '../../shared/program/lifetime.js';
import { type Claimed, claimDue, goOn, whileClaimed } from './claims.js';
import { WebhookDelivery } from '../delivery.js';
import { bodyOf, type Event, type Events } from '../event.js';
import { type Answer, keptConnection, post } from './post.js';
import { Pruning } from './pruning.js';
import { opened, signature } from '../secret.js';
import type { WebhookSettings } from '../webhook-settings.js';

interface CourierOptions {
  readonly database: Database;
  readonly events: Events;
  readonly settings: WebhookSettings;
  /** Called with how each attempt ended. */
  readonly attempted: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
  /** How long attempts under way may go on once it shall stop. */
  readonly graceMs: number;
}

/** Webhooks that one copy of the service delivers to at the same time. */
const LANES = 16;

/** How long a turn begins new deliveries: then others have theirs, and whether the key still works is looked at anew. */
const TURN_MS = 2_000;

/** What a turn may take beside the attempt itself before it counts as lost. */
const LEASE_MARGIN_MS = 20_000;

/** A delivery with what it brings; null where its owner may not see that any more. */
interface Due {
  readonly delivery: Pick<WebhookDelivery, 'id'>;
  readonly event: Event | null;
  /** What comes after it, as it was read when the log had come to `head`. */
  readonly following: readonly Event[];
  readonly head: number;
}

/**
 * Delivers what happens to webhooks: to each one thing at a time, in the order of the activity log, however many copies
 * of the service take part. No transaction is open while a receiver is waited for.
 */
export class Courier {
  private readonly lanes = new Set<Promise<void>>();
  private readonly pruning: Pruning;
  private readonly stay = new Lifetime();
  private stopped: Promise<void> | null = null;

  constructor(private readonly options: CourierOptions) {
    this.pruning = new Pruning(options.database);
  }

  /** Delivers all that is due; done when nothing more is. */
  async work(): Promise<void> {
    this.openLane();
    await this.pruning.now().catch(this.options.failed);
    while (this.lanes.size > 0) await Promise.all(this.lanes);
  }

  /** Begins nothing more, and waits for a while for the attempts under way; what is left another copy delivers. */
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
      const claimed = await claimDue(database, settings.timeoutMs + LEASE_MARGIN_MS);
      if (!claimed) return;
      this.openLane();
      await this.takeTurn(claimed);
    }
  }

  /** Delivers one thing after the other for a while, over one connection. */
  private async takeTurn(claimed: Claimed): Promise<void> {
    const agent = keptConnection(new URL(claimed.url));
    const ends = performance.now() + TURN_MS;
    try {
      let due = (await this.pending(claimed)) ?? (await this.next(claimed));
      while (due) {
        const answer = due.event && (await this.attempt(claimed, due.delivery.id, due.event, agent));
        const more = answer?.outcome === 'ACCEPTED' && !this.stopped && performance.now() < ends;
        due = answer && more ? await this.followed(claimed, due, answer) : await this.settle(claimed, due, answer);
        if (answer) this.options.attempted(answer);
      }
    } finally {
      agent.destroy();
    }
  }

  /** What comes after an accepted delivery in this turn, if the turn goes on. */
  private async followed(claimed: Claimed, due: Due, answer: Answer): Promise<Due | null> {
    const [event, ...following] = due.following;
    if (!event) return this.settle(claimed, due, answer);
    const delivery = { id: newId('delivery') };
    const next = { id: delivery.id, activityId: event.id, sequence: event.sequence };
    const { head } = due;
    const going = { accepted: due.delivery.id, responseStatus: answer.status, head, next };
    return (await goOn(this.options.database, claimed, going)) ? { delivery, event, following, head } : null;
  }

  /** Notes how a delivery ended, and ends the turn. */
  private async settle(claimed: Claimed, due: Due, answer: Answer | null): Promise<null> {
    await whileClaimed(this.options.database, claimed, async (webhook, em) => {
      webhook.release();
      if (due.event && !answer) return;
      const delivery = await em.findOneOrFail(WebhookDelivery, { id: due.delivery.id });
      if (!answer) return delivery.withhold();
      delivery.answered(answer);
      if (delivery.obstacle) webhook.disable(delivery.obstacle);
    });
    return null;
  }

  /** The oldest delivery that is not settled: nothing passes it. */
  private async pending({ id, viewer }: Claimed): Promise<Due | null> {
    const em = this.options.database.orm.em.fork();
    const [delivery] = await em.find(
      WebhookDelivery,
      { webhook: { id }, status: 'PENDING' },
      { orderBy: { sequence: 'asc' }, limit: 1 },
    );
    if (!delivery) return null;
    const event = await this.options.events.one(viewer, delivery.activity.id);
    return { delivery, event, following: [], head: 0 };
  }

  /** Makes a delivery of the next event in the log; without one the log is done with so far. */
  private async next(claimed: Claimed): Promise<Due | null> {
    const { database, events } = this.options;
    const head = await readHead(database);
    const { events: found, passed } = await events.next(claimed.viewer, claimed.sequence, claimed);
    const [event, ...following] = found;
    let due: Due | null = null;
    await whileClaimed(database, claimed, (webhook, em) => {
      webhook.sequence = event?.sequence ?? passed ?? head;
      if (!event) return webhook.release();
      const delivery = WebhookDelivery.of(webhook, event);
      em.persist(delivery);
      due = { delivery, event, following, head };
    });
    return due;
  }

  private attempt({ url, secret }: Claimed, id: string, event: Event, agent: Agent): Promise<Answer | null> {
    const { settings } = this.options;
    const body = bodyOf(event);
    const seconds = Math.floor(now().getTime() / 1_000);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'kickstart-s3',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature(opened(secret, settings.secretKeys), { id, seconds, body }),
    };
    return post(new URL(url), { headers, body }, { ...settings, agent }, this.stay);
  }
}
