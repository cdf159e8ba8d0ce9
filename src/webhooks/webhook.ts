import { type Opt, type Ref, ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { ApiKey } from '../access/keys/api-key.js';
import { ActivityKind } from '../activity/activity-kind.js';
import { Audited } from '../activity/audited.js';
import { changesOf, differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { describedEnum, wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { refuse } from '../shared/refuse.js';
import { WebAddress } from '../shared/values/scalars.js';
import { TextArray } from '../shared/values/text-array.js';

export const WebhookDisabledReason = describedEnum('WebhookDisabledReason', 'Why a webhook gets nothing more.', {
  SWITCHED_OFF: 'Who has it switched it off. updateWebhook with active switches it on, and it goes on from there.',
  NOT_ACCEPTED: 'A delivery was tried for 24 hours and never accepted. redeliver of it goes on from there.',
  GONE: 'The receiver answered 410 Gone. redeliver of that delivery goes on from there.',
  DELETED: 'It was deleted.',
  KEY_ENDED: 'The API key that it belongs to was revoked or has expired.',
});
export type WebhookDisabledReason = keyof typeof WebhookDisabledReason;

/** Webhooks that one key may have, at work or not. */
export const MOST_PER_KEY = 20;

@Entity()
@Index({ name: 'webhook_api_key_id', properties: ['apiKey'] })
@Check({ name: 'webhook_disabled_with_reason', expression: '(disabled_at is null) = (disabled_reason is null)' })
@Check({ name: 'webhook_sequence_not_negative', expression: 'sequence >= 0' })
@ObjectType('Webhook', {
  implements: Node,
  description:
    'Where the service sends what happens, as far as the API key that made it may see it at that moment. Administrators see all webhooks, partners those of their keys, integrators their own.',
})
export class Webhook extends Audited {
  static override readonly unlogged = new Set([
    ...Audited.unlogged,
    'secret',
    'disabledAt',
    'sequence',
    'claim',
    'claimedUntil',
  ]);

  @ManyToOne(() => ApiKey, { ref: true })
  @Field(() => ApiKey, { description: 'The key that made it: what the key may see is sent, and nothing once it ends.' })
  apiKey!: Ref<ApiKey>;

  @Property({ type: 'text' })
  @Field(() => WebAddress, { description: 'Where deliveries are posted to.' })
  url!: string;

  @Enum({ items: () => wordsOf(ActivityKind), array: true, type: 'text[]' })
  @Field(() => [ActivityKind], { description: 'What is sent; empty for everything.' })
  kinds!: ActivityKind[];

  /** Ids of the ideas that it is limited to. */
  @Property({ type: TextArray, columnType: 'text[]', defaultRaw: "'{}'" })
  ideas: string[] & Opt = [];

  @Property({ type: TextArray, columnType: 'text[]', defaultRaw: "'{}'" })
  @Field(() => [String], {
    description: 'The focus areas that it is limited to, by code, with their parts; empty where it is not.',
  })
  focusAreas: string[] & Opt = [];

  /** `whsec_…`, encrypted where keys are set; it signs, so a hash would not do. Empty once deleted. */
  @Property({ type: 'text', hidden: true })
  secret!: string;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was made, UTC.' })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  disabledAt?: Date | null;

  @Enum({ items: () => wordsOf(WebhookDisabledReason), type: 'text', nullable: true })
  disabledReason?: WebhookDisabledReason | null;

  /** How far the activity log has been turned into deliveries. */
  @Property({ type: 'integer' })
  sequence!: number;

  /** Names the turn that is delivering now; who has lost it writes nothing. */
  @Property({ type: 'text', nullable: true, hidden: true })
  claim?: string | null;

  /** When the turn counts as lost with the copy of the service that took it. */
  @Property({ type: 'datetime', length: 3, nullable: true, hidden: true })
  claimedUntil?: Date | null;

  /** A webhook that is told of what happens after `sequence`. */
  static register({ keyId, storedSecret, sequence, ...wanted }: NewWebhook): Webhook {
    const webhook = Object.assign(new Webhook(), {
      id: newId('webhook'),
      apiKey: ref(ApiKey, keyId),
      ...changesOf(wanted, SUBJECT),
      secret: storedSecret,
      createdAt: now(),
      sequence,
    });
    webhook.happened('WEBHOOK_CREATED');
    return webhook;
  }

  /** Changes what is given of it and keeps the rest; what is on its way goes to the new address. */
  update(given: Partial<WebhookSubject>): void {
    if (this.disabledReason === 'DELETED') refuse('ILLEGAL_TRANSITION', { message: ALREADY_DELETED });
    const changes = differing(this, changesOf(given, SUBJECT));
    if (isNothing(changes)) return;
    Object.assign(this, changes);
    this.happened('WEBHOOK_UPDATED');
  }

  /** Stops it until it is switched on again; what has stopped already stays so. */
  switchOff(): void {
    if (this.disabledAt) return;
    Object.assign(this, { disabledAt: now(), disabledReason: 'SWITCHED_OFF' });
    this.release();
    this.happened('WEBHOOK_UPDATED');
  }

  delete(): void {
    if (this.disabledReason === 'DELETED') refuse('ILLEGAL_TRANSITION', { message: ALREADY_DELETED });
    Object.assign(this, { disabledAt: now(), disabledReason: 'DELETED', secret: '' });
    this.release();
    this.happened('WEBHOOK_DELETED');
  }

  disable(reason: 'NOT_ACCEPTED' | 'GONE'): void {
    Object.assign(this, { disabledAt: now(), disabledReason: reason });
    this.happened('WEBHOOK_DISABLED');
  }

  /** Lets it go on where it was stopped, unless it is working anyway. */
  enable(): void {
    if (this.disabledReason === 'DELETED') refuse('ILLEGAL_TRANSITION', { message: ALREADY_DELETED });
    if (!this.disabledAt) return;
    Object.assign(this, { disabledAt: null, disabledReason: null });
    this.happened('WEBHOOK_ENABLED');
  }

  /** Ends the turn. */
  release(): void {
    Object.assign(this, { claim: null, claimedUntil: null });
  }
}

/** Where it is sent, and what. */
export interface WebhookSubject {
  url: string;
  kinds: readonly ActivityKind[];
  ideas: readonly string[];
  focusAreas: readonly string[];
}

const SUBJECT = ['url', 'kinds', 'ideas', 'focusAreas'] as const;

interface NewWebhook extends WebhookSubject {
  keyId: string;
  storedSecret: string;
  sequence: number;
}

const ALREADY_DELETED = { sv: 'Webhooken är borttagen.', en: 'The webhook is deleted.' };

export const KEY_ENDED = {
  sv: 'Webhookens API-nyckel fungerar inte längre. Skapa en ny webhook med en ny nyckel.',
  en: 'The API key of the webhook does not work any more. Make a new webhook with a new key.',
};
