import { type Opt, type Ref, ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Activity } from '../activity/activity.js';
import { now } from '../shared/time/clock.js';
import { describedEnum, wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { refuse } from '../shared/refuse.js';
import { DeliveryOutcome } from './delivering/delivery-outcome.js';
import type { Answer } from './delivering/post.js';
import { nextAttemptAt } from './delivering/retries.js';
import { Webhook } from './webhook.js';

export const DeliveryStatus = describedEnum('DeliveryStatus', 'How far a delivery has come.', {
  PENDING: 'It will be tried, or tried again, at nextAttemptAt. Later deliveries wait for it.',
  DELIVERED: 'The receiver accepted it with a status of 200 to 299.',
  FAILED: 'It was given up.',
});
export type DeliveryStatus = keyof typeof DeliveryStatus;

@Entity()
@Unique({ name: 'webhook_delivery_once', properties: ['webhook', 'sequence'] })
@Index({
  name: 'webhook_delivery_pending',
  expression:
    "create index webhook_delivery_pending on webhook_delivery (webhook_id, sequence) where status = 'PENDING'",
})
@Check({
  name: 'webhook_delivery_pending_has_next',
  expression: "(status = 'PENDING') = (next_attempt_at is not null)",
})
@ObjectType('WebhookDelivery', {
  implements: Node,
  description:
    'One activity on its way to one webhook. It is kept for 30 days. Visible to those who see both the webhook and the activity.',
})
export class WebhookDelivery {
  @PrimaryKey({ type: 'text' })
  readonly id!: string;

  @ManyToOne(() => Webhook, { ref: true })
  webhook!: Ref<Webhook>;

  @ManyToOne(() => Activity, { ref: true })
  @Field(() => Activity, { description: 'What is delivered.' })
  activity!: Ref<Activity>;

  /** That of the activity: deliveries follow it. */
  @Property({ type: 'integer' })
  sequence!: number;

  @Enum({ items: () => wordsOf(DeliveryStatus), type: 'text' })
  @Field(() => DeliveryStatus, { description: 'How far it has come.' })
  status!: DeliveryStatus;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many times it was sent.' })
  attempts: number & Opt = 0;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last answer; null when none came, or none yet.',
  })
  responseStatus?: number | null;

  @Enum({ items: () => wordsOf(DeliveryOutcome), type: 'text', nullable: true })
  @Field(() => DeliveryOutcome, { nullable: true, description: 'How the last attempt ended; null before the first.' })
  lastOutcome?: DeliveryOutcome | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was last sent, UTC; null before the first attempt.' })
  lastAttemptAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it will be sent next, UTC; null unless PENDING.' })
  nextAttemptAt?: Date | null;

  /** Since when it has been tried: the 24 hours count from here. */
  @Property({ type: 'datetime', length: 3 })
  pendingSince!: Date;

  static of(webhook: Webhook, activity: { id: string; sequence: number }): WebhookDelivery {
    return Object.assign(new WebhookDelivery(), {
      id: newId('delivery'),
      webhook: ref(webhook),
      activity: ref(Activity, activity.id),
      sequence: activity.sequence,
      status: 'PENDING',
      pendingSince: now(),
      nextAttemptAt: now(),
    });
  }

  /** Notes how an attempt ended, and what follows from it: it is delivered, tried again or given up. */
  answered({ outcome, status, pauseSeconds }: Answer): void {
    const at = now();
    Object.assign(this, { attempts: this.attempts + 1, lastAttemptAt: at, lastOutcome: outcome });
    this.responseStatus = status;
    if (outcome === 'ACCEPTED') return this.settle('DELIVERED');
    this.nextAttemptAt = status === GONE ? null : nextAttemptAt(this.pendingSince, at, pauseSeconds);
    if (!this.nextAttemptAt) this.settle('FAILED');
  }

  /** Why the webhook cannot go on after this delivery; null while it can. */
  get obstacle(): 'GONE' | 'NOT_ACCEPTED' | null {
    if (this.status !== 'FAILED') return null;
    return this.responseStatus === GONE ? 'GONE' : 'NOT_ACCEPTED';
  }

  /** Gives it up because its owner may not see the activity any more; the webhook goes on. */
  withhold(): void {
    this.settle('FAILED');
  }

  /** Sends it once more, as if it were new. */
  repeat(): void {
    if (this.status === 'PENDING') refuse('ILLEGAL_TRANSITION', { path: ['deliveryId'], message: ON_ITS_WAY });
    Object.assign(this, { status: 'PENDING', pendingSince: now(), nextAttemptAt: now() });
  }

  private settle(status: DeliveryStatus): void {
    Object.assign(this, { status, nextAttemptAt: null });
  }
}

/** A receiver that answers so wants nothing more, as the Standard Webhooks specification says. */
const GONE = 410;

const ON_ITS_WAY = { sv: 'Leveransen är redan på väg.', en: 'The delivery is already on its way.' };
